/** What a mail server's refusal means for the message: what it says of a passing state is for now. */
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

/** Servers that defer senders who are new to them wait for a second try after about this time. */
const mailboxPauseMs = 120_000
const serverPauseMs = 60_000
/** Nobody empties a mailbox within minutes. */
const fullPauseMs = 30 * 60_000

/** `about`: of the enhanced status, such as `5.2.2`: https://www.iana.org/assignments/smtp-enhanced-status-codes */
type Refusal = {
  /** 4: for now; 5: for ever, if it is to be believed. */
  readonly lasts: number
  readonly code: number
  /** Class, subject and detail without the class: `2.2`. */
  readonly about: string
  readonly words: string
  /** Said of this address, not of the sender or the server. */
  readonly ofAddress: boolean
}

/**
 * An error that can be logged and kept: a server may quote the address, or the email, so nothing of what it said goes on.
 * What it refuses by its own policy (`5.7`: relaying, sign-in, reputation) is ours to put right, so it waits.
 */
export function classifyError(error: unknown): Error {
  const { code, command, responseCode, response } = read(error)
  if (code === 'EAUTH') return new InstallationError(`smtp_${responseCode ?? 'sign-in'}`)
  if (responseCode === undefined) return new Error(`the mail server did not take the email: ${codeOf(error)}`)
  const refusal: Refusal = {
    lasts: Math.floor(responseCode / 100),
    code: responseCode,
    about: /^\d{3}[ -]\d\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '',
    words: response,
    ofAddress: command === 'RCPT TO',
  }
  if (isFull(refusal)) return ofMailbox(refusal.lasts === 4 ? mailboxPauseMs : fullPauseMs, 'smtp_mailbox-full')
  if (refusal.lasts === 4) return forNow(refusal)
  if (refusal.lasts === 5) return refused(refusal)
  return new Error(`the mail server did not take the email: ${codeOf(error)}`)
}

function refused(refusal: Refusal): Error {
  const { code, about, ofAddress } = refusal
  if (isOurs(refusal)) return new InstallationError(`smtp_${code}`)
  // Disabled, or taking nothing: it may be for the holidays.
  if (about === '2.1') return ofMailbox(fullPauseMs, 'smtp_mailbox-closed')
  if (about === '2.3' || about === '3.4') return new UndeliverableError('does-not-fit')
  // The server, or the way there: it says nothing of the mailbox. Exchange says 5.4.1 of an address that it does not know.
  if (/^[345]\./.test(about) && about !== '4.1') return forNow(refusal)
  return ofAddress ? new UndeliverableError(`smtp_${code}`) : new InstallationError(`smtp_${code}`)
}

/** Most servers say it of a mailbox, some only in words: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 (552). */
const isFull = ({ about, code, words }: Refusal): boolean =>
  about === '2.2' ||
  (about === '' && (code === 552 || code === 452 || code === 422)) ||
  (/^(|2\.\d+)$/.test(about) && /\b(full|over ?quota|quota|exceeded storage|insufficient storage)\b/i.test(words))

/** Policy, sign-in, encryption, the sender's address: `5.7`, `5.1.7`, `5.1.8`, and what no address can have. */
const isOurs = ({ about, code }: Refusal): boolean =>
  about.startsWith('7.') || ['1.7', '1.8'].includes(about) || [530, 534, 535, 538].includes(code)

const forNow = ({ ofAddress, lasts, code }: Refusal): Error => {
  // A server that defers a sender whom it does not know yet takes the next try: that is worth waiting for.
  const options = { thisPersonAlone: ofAddress, ...(ofAddress && lasts === 5 && { elsewhere: `smtp_${code}` }) }
  return new TooFastError(ofAddress ? mailboxPauseMs : serverPauseMs, options)
}

const ofMailbox = (retryAfterMs: number, elsewhere: string): Error =>
  new TooFastError(retryAfterMs, { thisPersonAlone: true, elsewhere })

/** What the server said as a number, or what went wrong with the connection as a word. */
export function codeOf(error: unknown): string {
  const { code, responseCode } = read(error)
  return String(responseCode ?? code)
}

function read(error: unknown) {
  const { code, command, responseCode, response } = (error instanceof Error ? error : {}) as Readonly<
    Record<string, unknown>
  >
  return {
    code: typeof code === 'string' && /^[A-Z0-9]{1,30}$/.test(code) ? code : 'unknown',
    command,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    response: typeof response === 'string' ? response : '',
  }
}
