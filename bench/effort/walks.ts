/** What is measured: each walk in the demonstration's pages, by somebody who reads everything, as at the first time. */
import type { Page } from 'playwright-core'
import { fillIn, type Answers } from './fill-in.ts'
import { fieldsOn, wordsOn, type Field } from './read-page.ts'
import { pressing, reading, together, type Effort } from './tally.ts'

export type Person = { readonly page: Page; readonly url: string }

const looks = 50
const pauseMs = 200

/** What is asked stands in each button, whatever it is called. */
const buttonFor = (ask: string): string =>
  `:is(a[role=button][href*="${encodeURIComponent(`"ask":"${ask}"`)}"], form:has(input[name=ask][value*='"ask":"${ask}"']) button)`

export async function be({ page, url }: Person, name: string): Promise<void> {
  await page.goto(`${url}/playground`)
  await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('button', { name }).click()])
}

/** On the page that is open, or with a press on the way home. Resolves with what that took. */
async function press(person: Person, ask: string): Promise<Effort> {
  const { page } = person
  const button = page.locator('main').locator(buttonFor(ask)).first()
  const isHere = (await button.count()) > 0
  if (!isHere) await waitAtHome(person, ask)
  await Promise.all([page.waitForEvent('load'), button.click()])
  return isHere ? pressing : together([pressing, pressing])
}

async function waitAtHome({ page, url }: Person, ask: string): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    await page.goto(url)
    if ((await page.locator('main').locator(buttonFor(ask)).count()) > 0) return
    await page.waitForTimeout(pauseMs)
  }
  throw new Error(`nothing to press for ${ask}:\n${await page.innerText('main')}`)
}

/** The message that has the button, from the person's own page; then the button. */
async function readAndPress(person: Person, ask: string): Promise<Effort> {
  await waitAtHome(person, ask)
  const message = `article:has(${buttonFor(ask)})`
  return together([reading(await wordsOn(person.page, message)), await press(person, ask)])
}

const readOn = async ({ page }: Person): Promise<Effort> => reading(await wordsOn(page))

/** From the link on one's own page until it says that it was raised. */
export async function raise(person: Person, identifier: string): Promise<Effort> {
  const { page } = person
  const opens = await openRaise(person)
  const filled = await fillIn(page, { ...(await whichChild(page, identifier)) })
  return together([opens, filled, await readOn(person)])
}

async function openRaise({ page, url }: Person): Promise<Effort> {
  await page.goto(url)
  const link = page.locator(`a[href*="${encodeURIComponent('"ask":"open-raise-case"')}"]`).first()
  await Promise.all([page.waitForEvent('load'), link.click()])
  return pressing
}

/** The first question that is written in says which child. */
async function whichChild(page: Page, identifier: string): Promise<Answers> {
  const first = (await fieldsOn(page)).find(({ kind }) => kind === 'words')
  return first ? { [first.name]: identifier } : {}
}

/** Not measured: the social worker says who is asked, and who the child is. */
export async function confirm(person: Person): Promise<void> {
  await readAndPress(person, 'open-confirm-case')
  const nextStep = person.page.getByRole('button', { name: /^Next: / })
  while ((await nextStep.count()) > 0) await fillIn(person.page)
  await fillIn(person.page, { 'field-name': 'Kayleigh Dunmore' })
}

/** From the message until it says that the view was given, by way of "Who is this child?". */
export async function giveView(person: Person): Promise<Effort> {
  const asks = await readAndPress(person, 'open-who')
  const who = [await readOn(person), await press(person, 'know-child'), await readOn(person)]
  const opens = await press(person, 'open-input')
  const filled = await fillIn(person.page)
  return together([asks, ...who, opens, filled, await readOn(person)])
}

/** `identifier`: of the first child. */
export type Looked = { readonly effort: Effort; readonly children: number; readonly identifier: string }

/** From the message until nobody waits for a first look: all children are the person's own. */
export async function firstLook(person: Person): Promise<Looked> {
  const { page } = person
  const efforts: Effort[] = []
  let [children, identifier] = [0, '']
  do {
    efforts.push(await (children === 0 ? readAndPress : press)(person, 'open-first-look'))
    identifier ||= /LK\d+/.exec(await page.innerText('main'))?.[0] ?? ''
    for (let fields = await fieldsOn(page); fields.length > 0; fields = await fieldsOn(page)) {
      efforts.push(await fillIn(page, mine(fields, children)), await readOn(person))
      children += fields.filter(({ name }) => name.startsWith('field-permanence-')).length
    }
  } while ((await page.innerText('main')).includes('waiting'))
  return { effort: together(efforts), children, identifier }
}

/** In ten: a review has recorded the plan of six (where one was held), and seven were assessed. */
const [planned, assessed] = [6, 7]
/** Or on the first day that the form takes. */
const assessedOn = '2026-03-02'

function mine(fields: readonly Field[], before: number): Answers {
  const all = fields.filter(({ kind }) => kind === 'boxes').slice(0, 1)
  const given = all.map(({ name, options }) => [name, options[0]?.value ?? ''])
  const named = (what: string) => fields.filter(({ name }) => name.startsWith(`field-${what}-`))
  if (all.length === 0) given.push(...named('mine').map(({ name }) => [name, 'yes']))
  // Those with the most reviews come first, since the order of the page is by chance and lists are read.
  const byReviews = named('permanence').toSorted((a, b) => b.options.length - a.options.length)
  byReviews.forEach(({ name, options }, at) => {
    const review = options.find(({ value }) => value !== 'not-recorded')
    if ((before + at) % 10 < planned && review) given.push([name, review.value])
  })
  named('health').forEach(({ name, earliest }, at) => {
    if ((before + at) % 10 < assessed) given.push([name, earliest > assessedOn ? earliest : assessedOn])
  })
  return Object.fromEntries(given) as Answers
}
