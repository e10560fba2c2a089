/** The emails themselves, through a real mail server: what they say, what they never say, and what a refusal means. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMail } from '../../adapters/mail/mail.ts'
import { card, text } from '../../src/display/card.ts'
import { PersonId } from '../../src/ids.ts'
import type { Holding } from '../../src/ports/accounts.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { demonstration } from '../support/builders.ts'
import { linkIn, startMail, type MailService } from '../support/mail/service.ts'
import { silentLog } from '../support/silent-log.ts'

const iro = PersonId.parse('iro')
const address = 'iro@demo.example'
const account = { platform: 'web', workspace: 'web', user: iro } as const
const told = card('CASE-7 of Zebedee is overdue', [text('Zebedee waits for a plan.')])
const marker = '3f1c9c5e-0000-4000-8000-000000000001'

let service: MailService
let removed: boolean

const mailAt = (smtpUrl: string) =>
  createMail({
    smtpUrl,
    from: 'Unstuck <unstuck@partnership.example>',
    publicUrl: 'https://unstuck.example.org',
    partnership: () => demonstration,
    accounts: {
      holdingOf: () => Promise.resolve(removed ? ({ ...account, removed } as unknown as Holding) : undefined),
    },
    log: silentLog,
  })

beforeAll(async () => {
  removed = false
  service = await startMail()
})
afterAll(() => service.stop())

const post = (user: string, urgent?: boolean) =>
  mailAt(service.url).messenger.post({ ...account, user }, told, marker, urgent)

describe('an email that something waits', () => {
  it('says where to read it, and nothing of it', async () => {
    const receipt = await post(iro)
    const email = service.emailsTo(address).at(-1)

    expect(receipt).toEqual({ way: 'email', conversation: 'email', message: `<${marker}@unstuck.example.org>` })
    expect(email?.subject).toBe('Something is waiting for you in Unstuck')
    expect(email?.from).toBe('unstuck@partnership.example')
    expect(email?.raw).toContain(`Message-ID: <${marker}@unstuck.example.org>`)
    expect(email?.raw).toContain('Auto-Submitted: auto-generated')
    expect(email?.raw).toContain('<html lang="en-GB">')
    expect(email?.raw).toContain(demonstration.name)
    expect(email && linkIn(email)).toBe('https://unstuck.example.org/sign-in')
    for (const secret of ['CASE-7', 'Zebedee', 'overdue', 'plan']) expect(email?.raw).not.toContain(secret)
  })

  it('says that it is urgent where it is, and no more', async () => {
    await post(iro, true)
    const email = service.emailsTo(address).at(-1)

    expect(email?.subject).toBe('Urgent: something is waiting for you in Unstuck')
    expect(email?.raw).toContain('Importance: High')
    expect(email?.raw).not.toContain('Zebedee')
  })
})

describe('whom emails reach', () => {
  it('is everybody of the partnership, by the address in its file', async () => {
    const { messenger } = mailAt(service.url)

    expect(await messenger.accountOf(iro)).toEqual(account)
    expect(await messenger.accountOf(PersonId.parse('nobody'))).toBeUndefined()
    expect(await messenger.serves(account)).toBe(true)
    expect(await messenger.serves({ platform: 'slack', workspace: 'T1', user: 'U1' })).toBe(false)
    expect(await messenger.find(account, marker, new Date(0))).toBe('unsure')
  })

  it('is nobody whose browser was taken away: they could not sign in to read', async () => {
    removed = true

    expect(await mailAt(service.url).messenger.accountOf(iro)).toBeUndefined()
    removed = false
  })

  it('is nobody who has left', async () => {
    await expect(post('nobody')).rejects.toEqual(new UndeliverableError('not-in-the-partnership'))
  })
})

describe('what the mail server refuses', () => {
  const refusedWith = async (reply: string): Promise<unknown> => {
    service.answer(address, reply)
    const error: unknown = await post(iro).catch((thrown: unknown) => thrown)
    service.answer(address, undefined)
    return error
  }

  it.each(['550 5.1.1 No iro@demo.example here', '551 not local', '553 mailbox name not allowed'])(
    'for ever is undeliverable: %s',
    async (reply) => {
      const error = await refusedWith(reply)

      expect(error).toEqual(new UndeliverableError(`smtp_${reply.slice(0, 3)}`))
      expect(everythingOf(error)).not.toContain('demo.example')
    },
  )

  it.each(['450 mailbox busy', '451 greylisted iro@demo.example', '452 full'])(
    'for now waits, without holding up emails to others: %s',
    async (reply) => {
      const error = await refusedWith(reply)

      expect(error).toBeInstanceOf(TooFastError)
      expect(error).toMatchObject({ retryAfterMs: 120_000, thisPersonAlone: true })
      expect(everythingOf(error)).not.toContain('demo.example')
    },
  )

  it('for everybody now makes all emails wait', async () => {
    expect(await refusedWith('421 closing')).toMatchObject({ retryAfterMs: 60_000, thisPersonAlone: false })
  })

  it.each([
    ...['554 5.7.1 <iro@demo.example>: Relay access denied', '550 5.7.1 relaying denied', '530 sign in first'],
    ...['550 5.7.23 SPF', '550 5.1.8 Sender address rejected', '553 5.1.7 bad sender'],
  ])('by its policy is ours to put right, and waits: %s', async (reply) => {
    const error = await refusedWith(reply)

    expect(error).toBeInstanceOf(InstallationError)
    expect(error).toMatchObject({ code: `smtp_${reply.slice(0, 3)}` })
    expect(everythingOf(error)).not.toContain('demo.example')
  })

  it.each([
    ...['552 5.2.2 Mailbox full', '550 5.2.2 over quota', '552 iro@demo.example is full', '554 5.2.2 x'],
    ...['550 Mailbox quota exceeded', '452 4.2.2 Mailbox full'],
  ])('because a mailbox is full passes: %s', async (reply) => {
    const error = await refusedWith(reply)

    expect(error).toBeInstanceOf(TooFastError)
    expect(error).toMatchObject({ elsewhere: 'smtp_mailbox-full', thisPersonAlone: true, perhapsPosted: false })
    expect(everythingOf(error)).not.toContain('demo.example')
  })

  it.each(['550 5.2.1 Mailbox disabled', '550 5.3.2 System not accepting', '554 5.4.4 No route', '554 5.4.6 Loop'])(
    'for a state that passes waits: %s',
    async (reply) => {
      expect(await refusedWith(reply)).toMatchObject({ name: 'TooFastError', thisPersonAlone: true })
    },
  )

  it.each(['550 5.4.1 Recipient address rejected: Access denied', '550 5.1.0 x', '550 5.1.10 RecipientNotFound'])(
    'of an address that it does not know is for ever: %s',
    async (reply) => {
      expect(await refusedWith(reply)).toEqual(new UndeliverableError('smtp_550'))
    },
  )

  it('is told from a server that is away', async () => {
    const gone = await startMail()
    await gone.stop()
    const mail = mailAt(gone.url)

    await expect(mail.messenger.post(account, told, marker)).rejects.toThrow(
      'the mail server did not take the email: ESOCKET',
    )
    expect(mail.status()).toEqual({ last: 'failed', code: 'ESOCKET' })
  })
})

describe('an email to sign in by', () => {
  it('has the link, for how long it works, and where', async () => {
    const mail = mailAt(service.url)
    await mail.signInEmail(iro, 'https://unstuck.example.org/sign-in/abc')
    const email = service.emailsTo(address).at(-1)

    expect(email?.subject).toBe('Sign in to Unstuck')
    expect(email && linkIn(email)).toBe('https://unstuck.example.org/sign-in/abc')
    expect(email?.raw).toContain('15 minutes')
    expect(email?.raw).toContain('in the browser you used to ask')
    expect(mail.status()).toEqual({ last: 'ok' })
  })
})

/** Whatever a log could find in it. */
const everythingOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)} ${everythingOf(error.cause)}`
    : JSON.stringify(error ?? '')
