/** A case becomes a disagreement once views are closed: its social worker is asked all the same, by a day of their own. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { PersonId, type MeetingId } from '../../src/ids.ts'
import { textOf } from '../simulation/words.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aRaising, aView } from '../support/builders.ts'
import { staffed, without } from '../support/leaving.ts'
import { approved, closes, offered, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const pleaseView = /: please give your view$/
const given = /: the social worker has given their view$/
const none = /: no view from the social worker$/

const disagrees = async () => {
  went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
  await bot.ring()
  await bot.deliver()
}
const partys = async () => {
  const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
  return asked.filter(({ body }) => body === staffed.authority).map(({ request }) => request)
}
const theirs = async () => {
  const [request, ...more] = await partys()
  if (!request || more.length > 0) throw new Error(`asked ${more.length + (request ? 1 : 0)} times`)
  return request
}
const runSheet = async (meeting: MeetingId) => textOf(await bot.ask('chair', { ask: 'open-run-sheet', meeting }))
const hear = async (who: string, title: RegExp) => (await bot.titles(who)).filter((one) => title.test(one)).length

it('asks them while a time is found, and what they say is on the run sheet', async () => {
  const { meeting, case: stuck } = await offered(bot)
  await disagrees()
  const request = await theirs()

  expect(await hear('social-worker', pleaseView)).toBe(1)
  expect(JSON.stringify((await bot.said('social-worker')).at(-1)?.card)).toContain('a disagreement')
  went(await bot.fillIn('social-worker', { ask: 'open-input', request }, { ...aView, worries: 'She is settled.' }))
  expect(await runSheet(meeting)).toContain('She is settled.')
  for (const who of ['chair', 'iro']) {
    expect(await hear(who, given)).toBe(1)
    expect(textOf(await bot.ask(who, { ask: 'open-views', case: stuck }))).toContain('She is settled.')
  }
  went(await bot.fillIn('social-worker', { ask: 'open-input', request }, { ...aView, worries: 'She is unsettled.' }))
  expect(await runSheet(meeting)).toContain('She is unsettled.')
  expect(await hear('chair', given)).toBe(1)
})

it('asks them once, when it is raised twice', async () => {
  await offered(bot)
  await disagrees()
  went(await bot.ask('health-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
  await bot.ring()

  expect(await partys()).toHaveLength(1)
})

it('gives them two working days, reminds them once, and says to chair and IRO that nothing came', async () => {
  const { case: stuck } = await approved(bot)
  await disagrees()
  const asked = bot.clock.now()
  const request = await theirs()
  await bot.until(new Date(asked.getTime() + 5 * 86_400_000).toISOString())

  expect(await hear('social-worker', /: your view is still needed$/)).toBe(1)
  expect(await bot.last('late-view-closed')).toMatchObject({ case: stuck, request, outcome: 'silent' })
  for (const who of ['chair', 'iro']) expect(await hear(who, none)).toBe(1)
  expect(await bot.ask('social-worker', { ask: 'open-input', request })).toMatchObject({ reason: 'inputs-closed' })
})

it('is over with its day, also before anything has rung', async () => {
  await approved(bot)
  await disagrees()
  const request = await theirs()
  const asked = bot.clock.now().getTime()
  bot.clock.moveTo(new Date(asked + 86_400_000))
  expect(await bot.ask('social-worker', { ask: 'open-input', request })).toMatchObject({ kind: 'form' })
  bot.clock.moveTo(new Date(asked + 5 * 86_400_000))

  expect(await bot.ask('social-worker', { ask: 'open-input', request })).toMatchObject({ reason: 'inputs-closed' })
})

it('ends with its case, and is asked of nobody then', async () => {
  const { case: stuck } = await approved(bot)
  await disagrees()
  const request = await theirs()
  await closes(bot, stuck, 'iro', 'chair')

  expect(await bot.ask('social-worker', { ask: 'open-input', request })).toMatchObject({ reason: 'inputs-closed' })
  await bot.until(new Date(bot.clock.now().getTime() + 8 * 86_400_000).toISOString())
  expect(await bot.factNames()).not.toContain('late-view-closed')
})

it('goes with the child to another social worker, who has two working days as well', async () => {
  await offered(bot)
  await disagrees()
  await bot.until(new Date(bot.clock.now().getTime() + 86_400_000).toISOString())
  const { id: thing } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  bot.applies(without(staffed, 'social-worker'))
  const give = { ask: 'give-held', part: 'child-social-worker', thing } as const
  expect(textOf(await bot.ask('coordinator', { ask: 'open-handovers', of: PersonId.parse('social-worker') }))).toMatch(
    /social worker, with its case[^.]* and a view that is missing/,
  )
  went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))
  const request = await theirs()
  const last = new Date(bot.clock.now().getTime() + 86_400_000)

  expect(await hear('deputy-social-worker', pleaseView)).toBe(1)
  await bot.until(last.toISOString())
  went(await bot.fillIn('deputy-social-worker', { ask: 'open-input', request }, aView))
})

it('is asked of the social worker who comes, where the one who was there had left', async () => {
  const { case: stuck } = await offered(bot)
  bot.applies(without(staffed, 'social-worker'))
  await disagrees()
  expect(await partys()).toEqual([])
  const { child: thing } = await bot.db
    .selectFrom('cases')
    .select('child')
    .where('id', '=', stuck)
    .executeTakeFirstOrThrow()
  const give = { ask: 'give-held', part: 'child-social-worker', thing } as const
  went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))
  await bot.ring()

  expect(await hear('deputy-social-worker', pleaseView)).toBe(1)
})
