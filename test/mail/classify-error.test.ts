/** What mail servers answer, by what it means: each line as some server writes it. */
import { describe, expect, test } from 'vitest'
import { classifyError } from '../../adapters/mail/classify-error.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

/** As nodemailer throws it. */
const answered = (response: string, command = 'RCPT TO', code = 'EENVELOPE') =>
  Object.assign(new Error(response), { code, command, response, responseCode: Number(response.slice(0, 3)) })

const fate = (error: unknown): string => {
  const read = classifyError(error)
  if (read instanceof UndeliverableError) return read.code
  if (read instanceof InstallationError) return `administrator: ${read.code}`
  if (read instanceof TooFastError)
    return `${read.thisPersonAlone ? 'waits for them' : 'waits for all'}${read.elsewhere === undefined ? '' : `: ${read.elsewhere}`}`
  return read.message
}

describe('to an address', () => {
  test.each([
    // full: it passes
    ['552 5.2.2 Mailbox full', 'waits for them: smtp_mailbox-full'],
    [
      '550-5.2.2 The email account that you tried to reach is over quota.\n550 5.2.2 see more',
      'waits for them: smtp_mailbox-full',
    ],
    ['552 Requested mail action aborted: exceeded storage allocation', 'waits for them: smtp_mailbox-full'],
    ['452 4.2.2 The recipient’s inbox is out of storage space', 'waits for them: smtp_mailbox-full'],
    ['452 4.2.2 over quota', 'waits for them: smtp_mailbox-full'],
    ['422 mailbox has exceeded its limit', 'waits for them: smtp_mailbox-full'],
    ['550 5.1.1 Mailbox is full', 'waits for them: smtp_mailbox-full'],
    ['550 User mailbox exceeds quota', 'waits for them: smtp_mailbox-full'],
    ['552 #5.2.2 over quota', 'waits for them: smtp_mailbox-full'],
    ['554 5.2.2 STOREDRV.Deliver; mailbox full', 'waits for them: smtp_mailbox-full'],
    // closed for now, or to us: others are not held up by it
    ['550 5.2.1 The email account is disabled', 'waits for them: smtp_mailbox-closed'],
    ['550 5.2.0 Mailbox unavailable', 'waits for them: smtp_mailbox-closed'],
    ['550 5.2.121 Recipient’s per hour message receive limit exceeded', 'waits for them: smtp_mailbox-closed'],
    ['550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup', 'waits for them: smtp_mailbox-closed'],
    ['550 5.7.134 RESOLVER.RST.SenderNotAuthenticatedForMailbox', 'waits for them: smtp_mailbox-closed'],
    ['550 5.7.124 sender not in the allowed-senders list', 'waits for them: smtp_mailbox-closed'],
    // a second try is taken
    ['450 4.2.0 Greylisted, see https://postgrey.example', 'waits for them'],
    ['451 4.7.1 Greylisting in action, please come back later', 'waits for them'],
    ['451 4.7.500 Server busy. Please try again later', 'waits for them'],
    ['450 4.1.8 Sender address rejected: Domain not found', 'waits for them'],
    ['451 4.3.0 Temporary lookup failure', 'waits for them'],
    ['452 4.3.1 Insufficient system storage', 'waits for them'],
    ['452 4.5.3 Too many recipients', 'waits for them'],
    ['452 Insufficient system storage', 'waits for them'],
    ['450 4.7.1 Sending quota exceeded', 'waits for them'],
    // the whole server
    ['421 4.7.0 Try again later, closing connection', 'waits for all'],
    ['421 4.4.5 Too many concurrent connections', 'waits for all'],
    // the way there
    ['550 5.4.5 Daily SMTP relay limit exceeded', 'waits for them: smtp_550'],
    ['554 5.4.6 Too many hops', 'waits for them: smtp_554'],
    ['554 5.3.0 Other mail system problem', 'waits for them: smtp_554'],
    // nobody there
    ['550 5.1.1 User unknown', 'smtp_550'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'smtp_550'],
    ['550 5.1.2 Bad destination system address', 'smtp_550'],
    ['550 5.1.6 Recipient has moved', 'smtp_550'],
    ['550 #5.1.0 Address rejected', 'smtp_550'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'smtp_550'],
    ['501 5.1.3 Bad recipient address syntax', 'smtp_501'],
    ['551 User not local', 'smtp_551'],
    ['556 Domain does not accept mail', 'smtp_556'],
    // of this email
    ['552 5.3.4 Message size exceeds fixed limit', 'does-not-fit'],
    ['552 Message size exceeds maximum permitted', 'does-not-fit'],
    // ours to put right: everybody waits
    ['554 5.7.1 Relay access denied', 'administrator: smtp_554'],
    ['554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org', 'administrator: smtp_554'],
    ['550 5.7.26 Unauthenticated email is not accepted due to DMARC policy', 'administrator: smtp_550'],
    ['550 5.7.23 SPF validation failed', 'administrator: smtp_550'],
    ['550 5.7.708 Access denied, traffic not accepted from this IP', 'administrator: smtp_550'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'administrator: smtp_530'],
  ])('%s', (response, means) => {
    expect(fate(answered(response))).toBe(means)
  })
})

test.each([
  ['550 5.7.60 Client does not have permissions to send as this sender', 'MAIL FROM', 'administrator: smtp_550'],
  ['553 5.1.8 Sender address rejected', 'MAIL FROM', 'administrator: smtp_553'],
  ['452 4.3.1 Insufficient system storage', 'MAIL FROM', 'waits for all'],
  ['554 No SMTP service here', 'CONN', 'administrator: smtp_554'],
  ['552 5.3.4 Message too big for system', 'DATA', 'does-not-fit'],
  ['550 Daily sending quota exceeded', 'DATA', 'administrator: smtp_550'],
  ['451 4.7.1 Try again', 'DATA', 'waits for all'],
])('to something else: %s (%s)', (response, command, means) => {
  expect(fate(answered(response, command, 'EMESSAGE'))).toBe(means)
})

test.each([
  ['EAUTH', 'administrator: smtp_sign-in'],
  ['ETLS', 'administrator: smtp_encryption'],
  ['ECONNECTION', 'the mail server did not take the email: ECONNECTION'],
  ['ETIMEDOUT', 'the mail server did not take the email: ETIMEDOUT'],
  ['EDNS', 'the mail server did not take the email: EDNS'],
  ['ESOCKET', 'the mail server did not take the email: ESOCKET'],
])('no answer at all: %s', (code, means) => {
  expect(fate(Object.assign(new Error('to iro@demo.example'), { code }))).toBe(means)
})
