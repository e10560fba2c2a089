/** The pages in a real browser: found by axe, by keyboard, without scripts, and with words that would do harm. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { form } from '../../src/display/form.ts'
import { notComplete, refused } from '../../src/display/refusal.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { draftsInMemory } from './drafts-in-memory.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { aForm, aTable, samples, severalActions } from './samples.ts'
import { aVisitor, servePages, type Served } from './serve.ts'
import { linkFor, startSigningIn } from './signing-in.ts'

describe.runIf(chromiumIsHere)('in a browser', { timeout: 30_000 }, () => {
  const replies: Replies = {}
  const drafts = draftsInMemory()
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    served = await servePages({ answer: answering(replies), patienceMs: 1000, drafts })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })
  beforeEach(async () => {
    await drafts.forgetAllOf(aVisitor.person)
    const person = await browser.newPerson()
    page = person.page
    page.setDefaultTimeout(10_000)
    return () => person.context.close()
  })

  const open = (path: string) => page.goto(served.address + path)

  async function sendForm(): Promise<void> {
    await open(openAddress)
    await page.getByLabel('What worries us?').fill('Not sleeping.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForLoadState()
  }

  describe('axe finds nothing on', () => {
    const kinds: Record<string, () => Promise<unknown>> = {
      'the messages': () => open('/'),
      ...Object.fromEntries(
        Object.entries(samples).map(([name, answer]) => [name, () => ((replies.opening = answer), open(openAddress))]),
      ),
      'a form that needs another look': () => {
        Object.assign(replies, { opening: aForm, doing: notComplete({ worries: 'Shorter.', child: 'Choose one.' }) })
        return sendForm()
      },
      'a form not saved yet': () => {
        Object.assign(replies, { opening: aForm, doing: new Error('away') })
        return sendForm()
      },
      'what is done': () => {
        Object.assign(replies, { opening: aForm, doing: done('Saved.') })
        return sendForm()
      },
      'what is refused, with the words to copy': () => {
        Object.assign(replies, { opening: aForm, doing: refused('no-longer-there') })
        return sendForm()
      },
      'a page that failed': () => {
        replies.opening = undefined
        return open(openAddress)
      },
      'an address that does not exist': () => open('/nowhere'),
    }

    it.each(Object.entries(kinds))('%s', async (_, show) => {
      await show()

      await expectAccessible(page)
    })
  })

  it('a person signs in by an email, works, and signs out, and axe finds nothing on the way', async () => {
    const house = await startSigningIn()
    const signedInto = await house.start()
    const press = (name: string) => page.getByRole('button', { name }).click()
    try {
      await page.goto(`${signedInto.address}/ask?ask=${encodeURIComponent('{"ask":"open-actions"}')}`)
      await expectAccessible(page)
      await press('Send me a link')
      await page.getByRole('alert').waitFor()
      await expectAccessible(page)
      await page.getByLabel('Your work email address').fill('chair@demo.example')
      await press('Send me a link')
      await expectAccessible(page)

      await page.goto(signedInto.address + (await linkFor(house.mail, 'chair@demo.example')))
      await expectAccessible(page)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()

      await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
      expect(await page.getByRole('banner').innerText()).toContain('Cosmo Verity')
      await expectAccessible(page)
      await press('Sign out')
      await page.getByLabel('Your work email address').waitFor()
      await page.goto(signedInto.address)
      expect(new URL(page.url()).pathname).toBe('/sign-in')
    } finally {
      await signedInto.close()
      await house.stop()
    }
  })

  it('a form is filled in and sent with the keyboard alone, and what is wrong gets the focus', async () => {
    Object.assign(replies, { opening: aForm, doing: notComplete({ child: 'Choose one.' }) })
    await open(openAddress)

    await page.keyboard.press('Tab')
    expect(await focused(page).innerText()).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    // past the telephone numbers, which can be called from here
    const isWords = async () => (await focused(page).and(page.locator('textarea')).count()) > 0
    for (let tabs = 0; tabs < 10 && !(await isWords()); tabs++) await page.keyboard.press('Tab')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And more.')
    await page.getByRole('button', { name: 'Send', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()

    expect(await focused(page).getAttribute('class')).toContain('govuk-error-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page).getAttribute('id')).toBe('field-child')
    expect(await page.getByLabel('What worries us?').inputValue()).toBe('A first thought. And more.')
  })

  it('a table is filled in with the keyboard alone, an error in one row changes nothing else, and a phone shows it', async () => {
    Object.assign(replies, { opening: aTable, doing: notComplete({ 'day-2': 'Give a date such as 31/3/2026.' }) })
    await open(openAddress)
    await page.getByLabel('All of them').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Y')
    await page.keyboard.press('Tab')
    await page.keyboard.type('02032026')
    await page.getByRole('button', { name: 'Confirm', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()

    const held = async (label: string) => page.getByLabel(label, { exact: true }).inputValue()
    expect(await page.getByLabel('All of them').isChecked()).toBe(true)
    expect([await held('K7M: is this yours?'), await held('QRX: is this yours?')]).toEqual(['yes', ''])
    expect(await held('K7M: since when?')).toMatch(/^2026-0[23]-0[23]$/)
    await page.getByRole('link', { name: 'QRX: since when?' }).click()
    expect(await focused(page).getAttribute('id')).toBe('field-day-2')
    expect(await page.getByRole('cell').filter({ hasText: 'Give a date' }).count()).toBe(1)
    expect(await page.getByRole('rowheader').allInnerTexts()).toHaveLength(2)
    await expectAccessible(page)
    await page.setViewportSize({ width: 375, height: 667 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    expect((await page.getByText('QRX: since when?', { exact: true }).boundingBox())?.width).toBeGreaterThan(50)
    await expectAccessible(page)
  })

  it('the next action is asked for on a press, by keyboard, and what was written stays where something is wrong', async () => {
    Object.assign(replies, { opening: severalActions, doing: notComplete({ 'what-2': 'Shorter.' }) })
    await open(openAddress)
    const second = page.getByLabel('Action 2: what will be done?')
    const third = page.getByLabel('Action 3: what will be done?')
    const more = page.getByRole('button', { name: 'Add another action' })
    expect([await second.isVisible(), await third.isVisible()]).toEqual([false, false])
    await page.getByLabel('What will be done?', { exact: true }).fill('One.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page).getAttribute('id')).toBe('field-what-2')
    await page.keyboard.type('Two.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('alert').waitFor()

    expect([await second.inputValue(), await third.isVisible()]).toEqual(['Two.', false])
    await more.click()
    expect([await third.isVisible(), await more.count()]).toEqual([true, 0])
  })

  describe('a list of two thousand people', () => {
    const people = Array.from({ length: 2_000 }, (_, at) => ({
      value: `person-${at}`,
      label: `Zoë Müller ${at}, Trust`,
    }))
    const things = Array.from({ length: 40 }, (_, at) => ({ value: `thing-${at}`, label: `Case ${at}: chair` }))
    const list = form('Give to a colleague', {
      fields: {
        things: { field: 'choices', label: 'Which of these?', options: things },
        to: { field: 'choice', label: 'Who will take them on?', options: people },
      },
      submit: { label: 'Give them', ask: { ask: 'raise-case' } },
    })
    const search = (question: string) => page.getByRole('textbox', { name: question })

    it('is searched and sent with the keyboard alone, and axe finds nothing', async () => {
      Object.assign(replies, { opening: list, doing: notComplete({ to: 'Choose from the list.' }) })
      await open(openAddress)
      await search('Which of these?').focus()
      await page.keyboard.type('case 39')
      expect(await page.getByRole('status').first().innerText()).toBe('1 of 40 in the list below')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Space')
      await search('Who will take them on?').focus()
      await page.keyboard.type('muller 1999')
      await expectAccessible(page)
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
      expect(await page.getByLabel('Who will take them on?', { exact: true }).inputValue()).toBe('person-1999')
      expect(await page.locator('select option').count()).toBe(2)
      await page.getByRole('button', { name: 'Give them', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()

      // Nothing that was chosen is lost by an error, and the whole list is there again.
      expect(await page.getByLabel('Who will take them on?', { exact: true }).inputValue()).toBe('person-1999')
      expect(await page.locator('select option').count()).toBe(2_001)
      expect(await page.getByRole('checkbox', { name: 'Case 39: chair', exact: true }).isChecked()).toBe(true)
      const sent = replies.asked?.at(-1)?.form ?? {}
      expect([sent['things'], sent['to']].map((typed) => typed?.map((one) => one.reveal()))).toEqual([
        ['thing-39'],
        ['person-1999'],
      ])
      expect(Object.keys(sent).toSorted()).toEqual(['things', 'to'])
    })

    it('keeps what is chosen, whatever is typed then', async () => {
      Object.assign(replies, { opening: list, doing: done('Given.') })
      await open(openAddress)
      await page.getByLabel('Who will take them on?', { exact: true }).selectOption('person-7')
      await page.getByRole('checkbox', { name: 'Case 3: chair', exact: true }).check()
      await search('Who will take them on?').fill('nobody at all')
      await search('Which of these?').fill('nothing at all')
      expect(await page.getByLabel('Who will take them on?', { exact: true }).inputValue()).toBe('person-7')
      expect(await page.getByRole('checkbox').filter({ visible: true }).count()).toBe(1)
      await search('Which of these?').fill('')
      expect(await page.getByRole('checkbox').filter({ visible: true }).count()).toBe(40)
    })

    it('is there whole without scripts', async () => {
      Object.assign(replies, { opening: list, doing: done('Given.') })
      await page.route('**/*.js', (route) => route.abort())
      await open(openAddress)
      expect(await search('Who will take them on?').count()).toBe(0)
      await page.getByLabel('Who will take them on?').selectOption('person-1999')
      await page.getByRole('button', { name: 'Give them', exact: true }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Done')
      expect(replies.asked?.at(-1)?.form?.['to']?.map((typed) => typed.reveal())).toEqual(['person-1999'])
    })
  })

  it('everything works without scripts', async () => {
    Object.assign(replies, { opening: aForm, doing: done('Saved.') })
    await page.route('**/*.js', (route) => route.abort())
    await open('/')
    await page.getByLabel('Type a command').fill('/stuck-case mine')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByLabel('What worries us?').fill('Not sleeping.')
    await page.getByLabel('By when?').fill('2026-09-30')
    await page.getByLabel('How stuck is it').selectOption('7')
    await page.getByRole('button', { name: 'Send', exact: true }).click()

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Done')
    const form = replies.asked?.at(-1)?.form ?? {}
    expect(
      Object.values(form)
        .flat()
        .map((typed) => typed.reveal()),
    ).toEqual(expect.arrayContaining(['Not sleeping.', '7', '2026-09-30']))
  })

  it.each(['card-hostile', 'reading', 'form'])('words that would do harm lie still in %s', async (name) => {
    const ran: string[] = []
    page.on('dialog', (dialog) => {
      ran.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('console', (line) => {
      if (line.type() === 'error') ran.push(line.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address)) ran.push(request.url())
    })
    replies.opening = samples[name]

    await open(openAddress)

    expect(ran).toEqual([])
    expect(await page.title()).not.toBe('owned')
    expect(await page.locator('main script, main img').count()).toBe(0)
    expect(await page.locator('main a:not([href^="/ask?"], [href^="tel:"])').count()).toBe(0)
  })
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
}

const focused = (page: Page) => page.locator(':focus')
