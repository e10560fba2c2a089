/**
 * Fills in a form as far as it has to be. Which questions those are is said by the form itself: it is sent empty, and what
 * it does not accept is answered, until it does. What is counted is that one filling in, and the form as it opened.
 */
import type { Page } from 'playwright-core'
import { complainedOf, fieldsOn, wordsOn, type Field } from './read-page.ts'
import { choosing, pressing, reading, together, typing, wordsIn, type Effort } from './tally.ts'

/** By the name of a field: what somebody answers who would not be content with the first that comes. */
export type Answers = Readonly<Record<string, string>>

/** In an open question: what people write between two visits. */
const sentence = 'Two appointments lapsed while she moved between placements.'
const mostRounds = 5
const pauseMs = 3000

export async function fillIn(page: Page, answers: Answers = {}): Promise<Effort> {
  const opened = await wordsOn(page)
  const efforts = new Map<string, Effort>()
  for (const field of await fieldsOn(page))
    if (answers[field.name] !== undefined) efforts.set(field.name, await answer(page, field, answers))
  for (let round = 0; round < mostRounds; round += 1) {
    await send(page)
    const wrong = await complainedOf(page)
    if (wrong.length === 0) {
      if ((await page.locator('.govuk-error-summary').count()) === 0)
        return together([reading(opened), ...efforts.values(), pressing])
      // Not saved yet: the machine is busy, and a person would not be.
      await page.waitForTimeout(pauseMs)
    }
    const asked = (await fieldsOn(page)).filter(({ name }) => wrong.includes(name))
    for (const field of asked.filter((one, at) => !(one.oneOfSeveral && asked[at - 1]?.oneOfSeveral)))
      efforts.set(field.name, await answer(page, field, answers))
  }
  throw new Error(`what was answered was not accepted:\n${await page.innerText('.govuk-error-summary')}`)
}

async function send(page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main form button[type=submit]:not([name=back])').last().click(),
  ])
}

async function answer(page: Page, field: Field, answers: Answers): Promise<Effort> {
  const all = page.locator(`main [name="${field.name}"]`)
  const given = answers[field.name]
  const option = field.options.find(({ value, label }) => value === given || label === given) ?? safest(field)
  switch (field.kind) {
    case 'radios':
    case 'boxes':
      await page.locator(`main [name="${field.name}"][value="${option?.value ?? ''}"]`).check()
      return pressing
    case 'list':
      await all.selectOption(option?.value ?? '')
      return together([choosing, reading(field.options.reduce((sum, { label }) => sum + wordsIn(label), 0))])
    case 'day':
      return type(given ?? (field.earliest || '2026-10-30'))
    case 'words':
    case 'lines':
      return type(given ?? sentence)
  }

  async function type(words: string): Promise<Effort> {
    await all.fill(words)
    return typing(words)
  }
}

/** Nobody is in danger where nothing else is said. */
const safest = ({ options }: Field) => options.find(({ value }) => value === 'no') ?? options[0]
