/** Emails: that something is waiting, for those who read in a browser, and the link to sign in with. */
import nodemailer from 'nodemailer'
import { noteCalls, type LastCall } from '../../doors/last-call.ts'
import { isThisMachine } from '../../doors/this-machine.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Partnership, PartnershipPerson } from '../../src/partnership/partnership.ts'
import type { Account, Accounts } from '../../src/ports/accounts.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { classifyError, codeOf } from './classify-error.ts'
import { signInEmail, waitingEmail, type Email } from './compose-emails.ts'

export type MailNeeds = {
  readonly smtpUrl: string
  /** Who the emails are from: an address, or a name with an address. */
  readonly from: string
  readonly publicUrl: string
  readonly partnership: () => Partnership
  readonly accounts: Pick<Accounts, 'holdingOf'>
  readonly log: Log
}

export type Mail = {
  /** For people who read in a browser. */
  readonly messenger: Messenger
  /** Throws as the messenger does, and if the person is not in the partnership. */
  signInEmail(person: PersonId, link: string): Promise<void>
  /** How the last email went. */
  status(): LastCall
}

/** Well within the time that a call to a platform may take. */
const timeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 10_000, dnsTimeout: 5_000 }

export function createMail({ smtpUrl, from, publicUrl, partnership, accounts, log }: MailNeeds): Mail {
  const { searchParams } = new URL(smtpUrl)
  // An email that signs somebody in does not cross a network in the clear, unless the address says so itself.
  const requireTLS = !isThisMachine(smtpUrl) && !searchParams.has('requireTLS')
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    ...timeouts,
    ...(requireTLS && { requireTLS }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { hostname } = new URL(publicUrl)
  const calls = noteCalls(codeOf)

  const personOf = (id: string): PartnershipPerson | undefined => partnership().people.find((one) => one.id === id)

  async function send(to: PartnershipPerson, email: Email, more: { messageId?: string; urgent?: boolean } = {}) {
    const sending = transport.sendMail({
      from,
      to: { name: to.name, address: to.email },
      ...email,
      ...(more.messageId && { messageId: more.messageId }),
      ...(more.urgent && { priority: 'high' as const }),
      // No answers from machines: an "out of office" to us helps nobody.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
    await calls.note(sending).catch((error: unknown) => {
      throw classifyError(error)
    })
  }

  const messenger: Messenger = {
    serves: ({ platform }) => Promise.resolve(platform === 'web'),
    /** Nobody has to be linked to get an email, but somebody whose browser was removed could not sign in to read. */
    async accountOf(person) {
      if (!personOf(person)) return undefined
      const account: Account = { platform: 'web', workspace: 'web', user: person }
      return (await accounts.holdingOf(account))?.removed ? undefined : account
    },
    async post(to, _card, marker, urgent = false) {
      const person = personOf(to.user)
      if (!person) throw new UndeliverableError('not-in-the-partnership')
      const email = waitingEmail(partnership().name, `${publicUrl}/sign-in`, urgent)
      const message = `<${marker}@${hostname}>`
      await send(person, email, { messageId: message, urgent })
      return { way: 'email', conversation: 'email', message }
    },
    /** An email cannot be looked for. Sent twice it has the same id, by which most mailboxes keep one. */
    find: () => Promise.resolve('unsure'),
  }

  return {
    messenger,
    async signInEmail(id, link) {
      const person = personOf(id)
      if (!person) throw new UndeliverableError('not-in-the-partnership')
      await send(person, signInEmail(partnership().name, link))
      log.info('sign-in-email-sent', { person: id })
    },
    status: () => calls.last(),
  }
}
