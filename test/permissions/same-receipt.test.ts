/** Somebody outside the authority learns nothing of a child by raising: not whether it is known, nor whether it has a case. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** Three ways in which it may stand with the child; the identifier is known in the last two. */
const worlds = {
  'no child has the identifier': { identifier: 'LK999', before: () => Promise.resolve() },
  'the child has no case': { identifier: 'LK104', before: () => Promise.resolve() },
  'the child has a case, not confirmed': { identifier: 'LK104', before: () => raised(bot) },
  'agencies are asked about the child': { identifier: 'LK104', before: () => asking(bot) },
} as const

/** Each raising has an id of its own, which says nothing. */
const unnumbered = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'))

async function seenBy(who: string, { identifier, before }: (typeof worlds)[keyof typeof worlds], danger = {}) {
  await bot.startOver()
  await before()
  bot.clock.moveTo(new Date('2026-09-07T12:00:00Z'))
  const told = async () => (await bot.said(who)).length
  const earlier = await told()
  const sent = await bot.ask(who, { ask: 'raise-case' }, { ...aRaising, identifier, ...danger })
  const answer = unnumbered(sent)
  await bot.ring()
  const mine = unnumbered(await bot.ask(who, { ask: 'open-mine' }))
  const actions = await bot.ask(who, { ask: 'open-actions' })
  return { answer, mine, actions, messages: (await told()) - earlier }
}

it.each(Object.entries(worlds))('the same receipt, list and silence where %s', async (_, world) => {
  const unknown = await seenBy('police-lead', worlds['no child has the identifier'])

  expect(unknown.answer).toMatchObject({ kind: 'done' })
  expect(JSON.stringify(unknown.mine)).toContain('Your open cases: 1')
  expect(await seenBy('police-lead', world)).toEqual(unknown)
})

it.each(Object.entries(worlds))('the same form where danger is told of and %s', async (_, world) => {
  const unknown = await seenBy('police-lead', worlds['no child has the identifier'], risk)

  expect(unknown.answer).toMatchObject({ kind: 'form' })
  expect(await seenBy('police-lead', world, risk)).toEqual(unknown)
})

it('the case itself is on the list once the bot has told of it', async () => {
  went(await bot.ask('police-lead', { ask: 'raise-case' }, aRaising))
  const { case: stuck } = await bot.last('case-raised')
  expect(JSON.stringify(await bot.ask('police-lead', { ask: 'open-mine' }))).not.toContain(stuck)

  went(
    await bot.fillIn(
      'social-worker',
      { ask: 'open-confirm-case', case: stuck },
      {
        chair: 'chair',
        parents: 'told',
        childTold: 'told',
        basis: 'public-task',
        name: 'Kayleigh Marsden',
        danger: 'no',
      },
    ),
  )
  await bot.deliver()

  expect(JSON.stringify(await bot.ask('police-lead', { ask: 'open-mine' }))).toContain(stuck)
})

it('staff of the authority do not see the case by raising it', async () => {
  const stuck = await raised(bot)

  expect(JSON.stringify(await bot.ask('practitioner', { ask: 'open-mine' }))).not.toContain(stuck)
})
