/** What is offered once something is done can be pressed by the same person, at once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../src/display/answer.ts'
import { opensSomething } from '../src/vocabulary.ts'
import { startBot, type Bot } from './support/bot.ts'
import { aClosing, aConfirmation, aProposal, aRecord, aView } from './support/builders.ts'
import { staffed } from './support/leaving.ts'
import { approved, asking, convened, offered, raised, recorded, requestTo } from './support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
afterAll(() => bot.close())

/** Their labels; each one that opens something is opened. */
async function next(who: string, answer: Answer): Promise<readonly string[]> {
  if (answer.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
  for (const { ask } of answer.next ?? [])
    if (opensSomething(ask)) expect([ask, (await bot.ask(who, ask)).kind]).not.toEqual([ask, 'refusal'])
  return (answer.next ?? []).map(({ label }) => label.replace(/ \S{3}-\S{3}$/, ''))
}

it('after a case is confirmed, its page: not for a lead, who has no part in it then', async () => {
  await bot.startOver()
  const confirm = async (who: string) =>
    next(who, await bot.fillIn(who, { ask: 'open-confirm-case', case: await raised(bot) }, aConfirmation))
  expect(await confirm('social-worker')).toEqual(['Open case'])
  await bot.startOver()
  const stuck = await raised(bot)
  await bot.until('2026-09-09T12:00:00Z')
  const byLead = await bot.fillIn('team-manager', { ask: 'open-confirm-case', case: stuck }, aConfirmation)
  expect(await next('team-manager', byLead)).toEqual([])
})

it('after "I know this child", the view; after the view, the case', async () => {
  await bot.startOver()
  const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
  expect(await next('health-lead', await bot.ask('health-lead', { ask: 'know-child', request }))).toEqual([
    'Give our view',
  ])
  expect(await next('health-lead', await bot.fillIn('health-lead', { ask: 'open-input', request }, aView))).toEqual([
    'Open case',
  ])
})

it('after a time is chosen, what its chair does ahead of it; after it is taken back, the other times', async () => {
  await bot.startOver()
  const { meeting } = await offered(bot)
  const starts = (await bot.last('times-offered')).slots[0] ?? ''
  const chosen = await bot.ask('chair', { ask: 'pick-slot', meeting, starts })
  expect(await next('chair', chosen)).toEqual(['Say where it is', 'Name the note-taker', 'Open case'])
  const place = { held: 'room', room: 'Room 4' }
  expect(await next('chair', await bot.fillIn('chair', { ask: 'open-meeting-link', meeting }, place))).toEqual([
    'Open case',
  ])
  const names = await bot.fillIn('chair', { ask: 'open-note-taker', meeting }, { noteTaker: 'health-lead' })
  expect(await next('chair', names)).toEqual(['Open case'])
  const taken = await next('chair', await bot.ask('chair', { ask: 'take-time-back', meeting, starts }))
  expect(taken.slice(0, 3).every((label) => label.startsWith('Meet on '))).toBe(true)
  expect(taken.slice(3)).toEqual(['Open case'])
})

it('after the record, an action and the draft; the note-taker has no draft', async () => {
  await bot.startOver()
  const { meeting } = await convened(bot)
  await bot.fillIn('chair', { ask: 'open-note-taker', meeting }, { noteTaker: 'health-lead' })
  await bot.until((await bot.last('time-picked')).start)
  const record = (who: string) => bot.fillIn(who, { ask: 'open-record', meeting }, aRecord)
  const add = (who: string) => bot.fillIn(who, { ask: 'open-add-action', meeting }, aProposal)

  expect(await next('health-lead', await record('health-lead'))).toEqual(['Add an action'])
  expect(await next('chair', await record('chair'))).toEqual(['Add an action', 'Draft the summary'])
  expect(await next('health-lead', await add('health-lead'))).toEqual(['Add another', 'Correct an action'])
  expect(await next('chair', await add('chair'))).toEqual(['Add another', 'Draft the summary', 'Correct an action'])
})

it('after the summary, what was agreed; after an action, the others; after closing, the case', async () => {
  await bot.startOver()
  const { meeting } = await recorded(bot)
  const approves = await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' })
  expect(await next('chair', approves)).toEqual(['What was agreed', 'Open case'])
  await bot.startOver()
  const { case: stuck } = await approved(bot)
  const { action } = await bot.last('action-promised')
  const evidence = { evidence: 'The panel wrote back.', danger: 'no' }
  const done = await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence)
  expect(await next('health-lead', done)).toEqual(['My actions'])
  const closed = await bot.fillIn('chair', { ask: 'open-close-case', case: stuck }, aClosing)
  expect(await next('chair', closed)).toEqual(['Open case'])
})

it('after another chair is named, nothing to somebody who has no part in the case', async () => {
  await bot.startOver()
  const { case: stuck } = await asking(bot)
  const replace = (who: string, to: string) => bot.fillIn(who, { ask: 'open-replace-chair', case: stuck }, { to })
  expect(await next('coordinator', await replace('coordinator', 'other-chair'))).toEqual([])
  expect(await next('other-chair', await replace('other-chair', 'chair'))).toEqual([])
})
