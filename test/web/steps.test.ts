/** A form in steps is a page for each, and needs no script: the button back keeps what is on the page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addressOf } from '../../adapters/web/render-card.ts'
import { formInSteps, name, opensSteps, why } from '../display/form-in-steps.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { servePages, type Served } from './serve.ts'

describe.runIf(chromiumIsHere)('a form in steps', { timeout: 60_000 }, () => {
  let steps: ReturnType<typeof formInSteps>
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    served = await servePages({ answer: (asking) => steps.answer(asking), patienceMs: 5000 })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })
  beforeEach(async () => {
    steps = formInSteps()
    const person = await browser.newPerson()
    page = person.page
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(served.address + addressOf(opensSteps))
    return () => person.context.close()
  })

  const presses = (label: string) => page.getByRole('button', { name: label, exact: true }).click()
  const heading = () => page.getByRole('heading', { level: 1 }).innerText()

  it('goes on, back with what was typed, and is sent as one', async () => {
    expect(await heading()).toBe('Confirm the case, 1 of 2')
    expect(await page.getByRole('button', { name: 'Back', exact: true }).count()).toBe(0)
    await page.getByLabel(why).fill('She knows Zebedee.')
    await presses('Next: the child')
    expect(await heading()).toBe('Confirm the case, 2 of 2')

    await page.getByLabel(name).fill('Kayleigh')
    await presses('Back')
    expect(await page.getByLabel(why).inputValue()).toBe('She knows Zebedee.')
    await presses('Next: the child')
    expect(await page.getByLabel(name).inputValue()).toBe('Kayleigh')
    await presses('Confirm')

    expect(steps.words()).toEqual([
      ['why', 'She knows Zebedee.'],
      ['name', 'Kayleigh'],
    ])
  })

  it('says what is wrong at its own step, and does nothing before the last', async () => {
    await presses('Next: the child')
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Write something here.')
    expect(await heading()).toBe('Confirm the case, 1 of 2')
    expect(steps.sent).toEqual([])
  })

  it('says at its own field what is wrong in an earlier step', async () => {
    await page.getByLabel(why).fill('She knows Zebedee.')
    await presses('Next: the child')
    await steps.forgets()
    await page.getByLabel(name).fill('Kayleigh')
    await presses('Confirm')

    expect(await heading()).toBe('Confirm the case, 1 of 2')
    expect(await page.locator('.govuk-form-group--error').innerText()).toContain('Write something here.')
    await page.getByLabel(why).fill('She knows Zebedee.')
    await presses('Next: the child')
    expect(await page.locator('.govuk-error-summary').count()).toBe(0)
  })

  it('is found again at the step that was opened, by somebody who left', async () => {
    await page.getByLabel(why).fill('She knows.')
    await presses('Next: the child')
    await page.goto(served.address + addressOf({ ...opensSteps, step: 1 }))
    expect(await page.getByLabel(why).inputValue()).toBe('She knows.')
  })
})
