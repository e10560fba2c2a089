/** Everything that is wrong with an answer about closing is said at once, and nobody corrects a form twice. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { aClosing } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { asking, closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const wrong = (answer: Answer) =>
  answer.kind === 'refusal' ? Object.keys(answer.fields ?? {}).toSorted() : answer.kind
const named = 'Kayleigh stays where she is.'

it('of closing: what is missing, and what raisers may not be told', async () => {
  const { case: stuck } = await asking(bot)
  const sent = { ...aClosing, why: '', toRaisers: named, danger: '' }

  expect(wrong(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, sent))).toEqual([
    'danger',
    'toRaisers',
    'why',
  ])
})

it.each([
  ['that agrees', { answer: 'close', toRaisers: named }, ['danger', 'toRaisers']],
  ['that agrees and tells nothing', { answer: 'close', toRaisers: '' }, ['danger', 'toRaisers']],
  ['that keeps it open', { answer: 'keep-open' }, ['because', 'danger']],
])('of an answer %s', async (_, given, both) => {
  const { case: stuck } = await asking(bot)
  went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, aClosing))
  const { closing } = await bot.last('closing-proposed')

  const answer = await bot.fillIn('iro', { ask: 'open-answer-closing', closing }, { danger: '', ...given })
  expect(wrong(answer)).toEqual(both)
})

it('of an answer to an objection', async () => {
  await closes(bot, await raised(bot))
  const { raising } = await bot.last('case-raised')
  const objects = { objection: 'She waits still.', danger: 'no' }
  went(await bot.fillIn('practitioner', { ask: 'open-object', raising }, objects))
  await bot.db.updateTable('children').set({ scope: 'ended' }).execute()

  const sent = { outcome: 'raised-again', toRaiser: 'See file LK104.', danger: '' }
  expect(wrong(await bot.fillIn('iro', { ask: 'open-answer-objection', raising }, sent))).toEqual([
    'danger',
    'outcome',
    'toRaiser',
  ])
})
