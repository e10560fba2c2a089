/** The cards as the reference renderer draws them in a browser, and what it sends back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { AdaptiveCard } from '../../adapters/teams/draw/adaptive-card.ts'
import { asDialog, asMessages } from '../../adapters/teams/draw/render-answer.ts'
import { readSent } from '../../adapters/teams/hear/read-form.ts'
import { text } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { reading, words } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { kinds } from '../contract/kinds.ts'
import { wordsOf, type View } from '../contract/words-of.ts'
import { drawOn, sentBy, wordsOn } from '../support/adaptive-cards/draw.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'

const newOnce = () => '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a10'

const viewNamed = (name: string): View => {
  const view = kinds[name]?.()
  if (!view) throw new Error(`there is no ${name}`)
  return view
}

function cardOf(view: View): AdaptiveCard | undefined {
  if (view.kind === 'card' || view.kind === 'home')
    return asMessages(view, { newOnce, surface: 'chat' })[0]?.attachments[0].content
  return asDialog(view, { newOnce, surface: 'dialog' }).card.content
}

describe.runIf(chromiumIsHere)('drawn in a browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await startBrowser()
    page = (await browser.newPerson()).page
  })
  afterAll(() => browser.close())

  async function shown(view: View): Promise<string> {
    await drawOn(page, cardOf(view) ?? {})
    return wordsOn(page)
  }

  it.each(['card-hostile', 'reading-hostile', 'form-hostile'])(
    '%s has every word to the letter, and none acts',
    async (name) => {
      const view = viewNamed(name)
      const seen = await shown(view)
      // The title of a dialog stands above its card.
      const expected = view.kind === 'card' ? wordsOf(view) : wordsOf(view).slice(1)

      expect(expected.filter((one) => !seen.includes(one))).toEqual([])
      expect(await page.locator('body').locator('mark, a, b, i, img, script').count()).toBe(0)
    },
  )

  it('says what is wrong nearer to its own question than to the one above', async () => {
    const words = { field: 'words', max: 100, lines: 'one' } as const
    const asks = form('A form', {
      fields: { one: { ...words, label: 'The first?', hint: 'In a word.' }, two: { ...words, label: 'The second?' } },
      submit: { label: 'Send', ask: { ask: 'raise-case' } },
    })
    const errors = { two: 'Write something here.' }
    await drawOn(page, asDialog(asks, { newOnce, surface: 'dialog' }, { errors }).card.content)

    const boxOf = async (words: string) => {
      const box = await page.getByText(words, { exact: true }).boundingBox()
      return box ?? { y: NaN, height: NaN }
    }
    const [above, error, own] = [
      await boxOf('In a word.'),
      await boxOf('Error: Write something here.'),
      await boxOf('The second?'),
    ]
    const [toAbove, toOwn] = [error.y - above.y - above.height, own.y - error.y - error.height]
    expect(toAbove).toBeGreaterThan(2 * toOwn)
  })

  it('asks a question on the card before what cannot be taken back, one at a time', async () => {
    await shown(viewNamed('card-times'))
    const press = (name: string) => page.getByRole('button', { name, exact: true })
    const question = (time: number) => page.getByText(`Meet at time ${time}?`)
    expect([await question(1).isVisible(), await sentBy(page)]).toEqual([false, undefined])
    await press('Time 1').click()
    await press('Time 2').click()
    expect([await question(1).isVisible(), await question(2).isVisible()]).toEqual([false, true])
    await page.getByRole('button', { name: 'Back' }).locator('visible=true').click()
    expect([await question(2).isVisible(), await sentBy(page)]).toEqual([false, undefined])
    await press('Time 1').click()
    await page.getByRole('button', { name: 'Yes, meet then' }).locator('visible=true').click()
    expect(await sentBy(page)).toMatchObject({ kind: 'press', ask: { starts: '2026-09-10T09:00:00.000Z' } })
  })

  it('leaves alone what cards would rewrite as a date', async () => {
    const typed = 'Seen on {{DATE(2026-03-01T10:00:00Z, SHORT)}} and {{TIME(2026-03-01T10:00:00Z)}}.'

    expect(await shown(reading('Views', [text(typed), words('Why?', new Typed(typed))]))).toContain(
      `${typed}Why?${typed}`,
    )
  })

  it('shows lines as lines', async () => {
    await shown(viewNamed('reading-plain'))

    expect(await page.locator('body').innerText()).toContain('Two meetings.\nAn email, unanswered.')
  })

  it('sends back what a form holds, and what was changed in it', async () => {
    await shown(viewNamed('form-plain'))
    await page.getByLabel('What has been tried?').fill('One.\nTwo.')
    await page.getByRole('checkbox', { name: 'Health' }).check()
    await page.getByRole('radio', { name: 'Yes' }).check()
    await page.getByRole('button', { name: 'Send' }).click()

    const sent = Object.entries(readSent(await sentBy(page))).map(([name, typed]) => [
      name,
      ...typed.map((one) => one.reveal()),
    ])
    expect(sent.toSorted()).toEqual([
      ['by', '2026-03-31'],
      ['danger', 'yes'],
      ['stuck', 'family time'],
      ['tried', 'One.\nTwo.'],
      ['whom', 'health', 'school'],
    ])
  })

  it('holds no form back, whatever is left open, and takes an answer back', async () => {
    const options = [{ value: 'yes', label: 'Yes' }]
    const asks = { field: 'choice', label: 'Known?', options, optional: true } as const
    const submit = { label: 'Send', ask: { ask: 'raise-case' } } as const
    await shown(
      form('A form', {
        fields: { asks, day: { field: 'day', label: 'When?' } },
        values: { asks: [new Typed('yes')] },
        submit,
      }),
    )
    await page.getByRole('radio', { name: 'No answer' }).check()
    await page.getByRole('button', { name: 'Send' }).click()

    expect(await sentBy(page)).toMatchObject({ kind: 'form', ask: { ask: 'raise-case' }, once: newOnce() })
    expect(readSent(await sentBy(page))).toEqual({})
  })
})
