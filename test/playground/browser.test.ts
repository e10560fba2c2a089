/** The workspace in a real browser: what a newcomer does first. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { answering } from '../web/replies.ts'
import { aForm, messages } from '../web/samples.ts'
import { serveWorkspace, type Served } from '../web/serve.ts'

describe.runIf(chromiumIsHere)('in a browser', { timeout: 30_000 }, () => {
  let now = new Date('2026-09-07T08:30:00Z')
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    served = await serveWorkspace({
      answer: answering({ opening: aForm }),
      clock: { now: () => now },
      moveClock: (to) => {
        now = to
        return Promise.resolve()
      },
      inbox: { messagesFor: (person) => Promise.resolve(['health-lead', 'chair'].includes(person) ? messages : []) },
    })
    browser = await startBrowser()
    page = (await browser.newPerson()).page
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  async function nothingFound(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }

  it('one chooses who to be, moves the clock, and becomes the person who was told something', async () => {
    await page.goto(served.address)
    await nothingFound()

    await page.getByRole('button', { name: 'Hannah Osei' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your messages')
    await nothingFound()

    await page.getByRole('button', { name: 'A day later' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('While the time passed')
    await nothingFound()

    await page.getByRole('button', { name: 'Be Charles Hart' }).first().click()
    expect(await page.getByLabel('Demonstration').innerText()).toContain('You are: Charles Hart, Chair')
  })
})
