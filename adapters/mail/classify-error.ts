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
  if (code === 'ETLS') return new InstallationError('smtp_encryption')
  if (responseCode === undefined) return new Error(`the mail server did not take the email: ${codeOf(error)}`)
  const refusal: Refusal = {
    lasts: Math.floor(responseCode / 100),
    code: responseCode,
    about: /^\d{3}[ -]#?\d\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '',
    words: response,
    // 421 closes the connection, whatever was asked
    ofAddress: command === 'RCPT TO' && responseCode !== 421,
  }
  if (isTooBig(refusal)) return new UndeliverableError('does-not-fit')
  if (isFull(refusal)) return ofMailbox(refusal.lasts === 4 ? mailboxPauseMs : fullPauseMs, 'smtp_mailbox-full')
  if (refusal.lasts === 4) return forNow(refusal)
  if (refusal.lasts === 5) return refused(refusal)
  return new Error(`the mail server did not take the email: ${codeOf(error)}`)
}

function refused(refusal: Refusal): Error {
  const { code, about, ofAddress } = refusal
  // Disabled, or taking nothing now, or nothing from us: it may be for the holidays.
  if (isClosed(refusal)) return ofMailbox(fullPauseMs, 'smtp_mailbox-closed')
  if (isOurs(refusal)) return new InstallationError(`smtp_${code}`)
  // The server, or the way there: it says nothing of the mailbox. Exchange says 5.4.1 of an address that it does not know.
  if (/^[345]\./.test(about) && about !== '4.1') return forNow(refusal)
  return ofAddress ? new UndeliverableError(`smtp_${code}`) : new InstallationError(`smtp_${code}`)
}

/** Most servers say it of a mailbox, some only in words: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 (552). */
const isFull = ({ about, code, words }: Refusal): boolean =>
  about === '2.2' ||
  (about === '' && [552, 452, 422].includes(code) && !/\bsystem\b/i.test(words)) ||
  (/^(|1\.[01]|2\.\d+)$/.test(about) && ofSpace.test(words) && !ofSender.test(words))
const ofSpace = /\b(full|over ?quota|quota|exceeded storage|insufficient storage|out of storage)\b/i
/** How much we may send is not how much they may keep. */
const ofSender = /\b(sending|sender|outgoing|relay|daily|hourly|rate)\b/i

const isTooBig = ({ lasts, about, words }: Refusal): boolean =>
  lasts === 5 &&
  (['2.3', '3.4'].includes(about) ||
    (about === '' && /\b(message|mail)\b.*\b(too (big|large)|size|exceeds?)\b/i.test(words) && !ofSpace.test(words)))

/** Of one mailbox, where others may take emails; Exchange says `5.7.12x` and `5.7.13x` of whom a mailbox takes them from. */
const isClosed = ({ about }: Refusal): boolean => /^(2\.0|2\.1|2\.1\d\d|7\.1(2[49]|3[3-6]))$/.test(about)

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
