/** What is typed on a page and not sent, in a real browser: on reload, on going back, on leaving, on changing person. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AxeBuilder } from '@axe-core/playwright'
import { done } from '../../src/display/answer.ts'
import { PersonId } from '../../src/ids.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { draftsInMemory } from './drafts-in-memory.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { aForm } from './samples.ts'
import { aVisitor, servePages, type Served } from './serve.ts'

describe.runIf(chromiumIsHere)('words that were not sent', { timeout: 60_000 }, () => {
  const replies: Replies = { opening: { ...aForm, values: {} }, doing: done('Saved.') }
  let who = aVisitor
  let served: Served
  let browser: Browser
  let page: Page
  let asked: string[]

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    who = aVisitor
    served = await servePages({
      answer: answering(replies),
      whoIs: () => Promise.resolve(who),
      drafts: draftsInMemory(),
    })
    const person = await browser.newPerson()
    page = person.page
    asked = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.goto(served.address + openAddress)
    return async () => {
      await person.context.close()
      await served.close()
    }
  })

  const worries = () => page.getByLabel('What worries us?')
  const kept = () => page.getByText('what you wrote is kept for a day', { exact: false })
  const write = async () => {
    await worries().click()
    await page.keyboard.type('Not sleeping.')
  }

  it('are kept while they are typed, which the page says, and are there after a reload', async () => {
    expect(await kept().isVisible()).toBe(false)
    await write()
    await kept().waitFor()

    await page.reload()

    expect(await worries().inputValue()).toBe('Not sleeping.')
    expect(asked).toEqual(['beforeunload'])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
  })

  it('are there after going away at once, and back', async () => {
    await write()
    await page.getByRole('link', { name: 'Your messages' }).click()
    await page.getByRole('heading', { name: 'Your messages' }).waitFor()
    expect(asked).toEqual(['beforeunload'])

    await page.goBack()
    await page.getByText('is here again').waitFor()
    expect(await worries().inputValue()).toBe('Not sleeping.')
  })

  it('are not there for the next person, and are when their writer comes back', async () => {
    await write()
    await kept().waitFor()
    who = { person: PersonId.parse('police-lead'), name: 'Peter Lang' }
    await page.reload()
    expect(await worries().inputValue()).toBe('')

    who = aVisitor
    await page.reload()
    expect(await worries().inputValue()).toBe('Not sleeping.')
  })

  it('are nowhere once they were sent or thrown away, and nothing is asked then', async () => {
    await write()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    await page.goto(served.address + openAddress)
    expect(await worries().inputValue()).toBe('')
    expect(asked).toEqual([])

    await write()
    await kept().waitFor()
    await page.reload()
    const throwAway = page.getByRole('button', { name: 'Throw it away and start again' })
    await throwAway.click()
    await throwAway.waitFor({ state: 'detached' })
    expect(await worries().inputValue()).toBe('')
    await page.reload()
    expect(await worries().inputValue()).toBe('')
  })

  it('lie in nothing that the browser keeps', async () => {
    await write()
    await kept().waitFor()
    const storage = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')
    expect(storage + page.url()).not.toContain('sleeping')
  })
})
