/** A person with a browser and a mailbox, and no chat: emails say that something is waiting, and sign them in. */
import type { Page } from 'playwright-core'
import { linkIn, type MailService } from '../support/mail/service.ts'
import { asBrowser } from './as-browser.ts'
import type { Person } from './person.ts'

export type Mailbox = { readonly name: string; readonly email: string; readonly mail: MailService }

const toSignIn = /^Sign in to Unstuck$/
const somethingWaits = /something is waiting/i

/** `url`: as the product's emails give it. */
export function asMailBrowser({ name, email, mail }: Mailbox, page: Page, url: string): Person {
  const emails = (subject: RegExp): number => mail.emailsTo(email).filter((sent) => subject.test(sent.subject)).length

  async function signsIn(): Promise<void> {
    const before = emails(toSignIn)
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('Your work email address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByText('we have sent you an email').waitFor()
    const signIn = await mail.waitFor(email, ({ subject }) => toSignIn.test(subject) && emails(toSignIn) > before)
    await page.goto(linkIn(signIn))
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  }

  const person = asBrowser(name, page, url, signsIn)
  return {
    ...person,
    /** Only when there is something to read, or to be said, does anybody sign in. */
    arrives: () => Promise.resolve(),
    async isTold(title) {
      const told = await person.isTold(title)
      if (emails(somethingWaits) === 0)
        throw new Error(`${name} was told "${title}" on a page, but no email said that it waits`)
      return told
    },
  }
}
