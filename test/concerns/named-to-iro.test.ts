/** Who is named to the IRO alone stays so where they say that a danger was reported. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, reported, risk } from '../support/builders.ts'
import { textOf } from '../simulation/words.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { convened } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const name = 'Pauline Strand'
const agency = 'Larkshire Police'
const hidden = 'somebody who is named to the IRO alone'

const raise = async (given: object = reported) => {
  await bot.fillIn(
    'police-lead',
    { ask: 'open-raise-case' },
    { ...aRaising, theme: 'disagreement', namedTo: 'iro', ...given },
  )
  return (await bot.last('case-raised')).case
}
const overTo = async (who: string) =>
  JSON.stringify((await bot.said(who)).filter(({ card }) => /has been reported/.test(card.title)))

it('in the message that says so', async () => {
  await raise()

  expect(await overTo('social-worker')).toContain(hidden)
  for (const said of [name, agency]) expect(await overTo('social-worker')).not.toContain(said)
  expect(await overTo('iro')).toContain(name)
})

it('where it was told before it was reported', async () => {
  const form = await bot.ask('police-lead', { ask: 'open-raise-case' })
  if (form.kind !== 'form') throw new Error(form.kind)
  const given = { ...aRaising, theme: 'disagreement', namedTo: 'iro' }
  await bot.ask('police-lead', form.submit.ask, { ...given, ...risk })
  await bot.ask('police-lead', form.submit.ask, { ...given, danger: 'no' })
  await bot.deliver()
  const { concern } = await bot.last('risk-unreported')
  await bot.fillIn('police-lead', { ask: 'open-report-concern', concern }, reported)

  expect(await overTo('social-worker')).toContain(hidden)
  expect(await overTo('social-worker')).not.toContain(name)
})

it('on the page of the case, and on the form that confirms it', async () => {
  const stuck = await raise()

  const page = textOf(await bot.ask('social-worker', { ask: 'open-case', case: stuck }))
  expect(page).toContain('Somebody who is named to the IRO alone reported it')
  expect(page).not.toContain(name)
  expect(textOf(await bot.ask('iro', { ask: 'open-case', case: stuck }))).toContain(`${name} reported it`)
  const form = textOf(await bot.ask('chair', { ask: 'open-confirm-case', case: stuck }))
  expect(form).toContain('Somebody who is named to the IRO alone reported it')
  expect(textOf(await bot.ask('coordinator', { ask: 'open-confirm-case', case: stuck }))).not.toContain('reported it')
})

it('on the run sheet, which everybody in the room may read: without their words', async () => {
  const { meeting } = await convened(bot)
  const theirs = { childSays: 'I miss my brother.', tried: 'I have asked the team three times.' }
  await bot.ask(
    'police-lead',
    { ask: 'raise-case' },
    { ...aRaising, theme: 'disagreement', namedTo: 'iro', ...theirs, ...reported },
  )
  const stuck = (await bot.last('case-joined')).case

  const screen = textOf(await bot.ask('chair', { ask: 'open-run-sheet', meeting }))
  for (const said of [name, ...Object.values(theirs)]) expect(screen).not.toContain(said)
  expect(screen).toContain('Somebody reported it')
  expect(textOf(await bot.ask('chair', { ask: 'open-case', case: stuck }))).toContain(theirs.childSays)
})
