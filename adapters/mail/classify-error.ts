/** What a mail server's refusal means for the message: never, not yet, or try again. */
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

/** Nobody of this address, or it takes no emails: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 and RFC 7504. */
const noSuchMailbox = new Set([521, 550, 551, 552, 553, 556])
/** Too much at once, or too busy: later it will be taken. */
const notNow = new Set([421, 450, 451, 452])

/** Servers that defer senders who are new to them wait for a second try after about this time. */
const mailboxPauseMs = 120_000
const serverPauseMs = 60_000

/**
 * An error that can be logged and kept: a server may quote the address, or the email, so nothing of what it said goes on.
 * What it refuses by its own policy (`5.7`: relaying, sign-in, reputation) is ours to put right, so it waits.
 */
export function classifyError(error: unknown): Error {
  const { command, responseCode, response } = read(error)
  const forThisAddress = command === 'RCPT TO'
  if (responseCode !== undefined && notNow.has(responseCode))
    return new TooFastError(forThisAddress ? mailboxPauseMs : serverPauseMs, { thisPersonAlone: forThisAddress })
  const byPolicy = /^5\d\d[ -]5\.7\./.test(response)
  if (forThisAddress && responseCode !== undefined && noSuchMailbox.has(responseCode) && !byPolicy)
    return new UndeliverableError(`smtp_${responseCode}`)
  return new Error(`the mail server did not take the email: ${codeOf(error)}`)
}

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
