/** What was agreed and what is due, until the case is closed. */
import type { ActionId, CaseId, DutyId } from '../../../src/ids.ts'
import type { Bot } from '../../support/bot.ts'
import type { Walk } from './collect.ts'
import { goesOn, somebodyLeaves } from './leaving.ts'

type Followed = { readonly case: CaseId; readonly actions: readonly ActionId[] }

export async function afterTheMeeting(walk: Walk, followed: Followed): Promise<void> {
  const { opens, sends, bot } = walk
  const [first, second] = followed.actions
  if (!first || !second) throw new Error('two actions are agreed at least')
  const owner = 'health-colleague'
  for (const who of [owner, 'health-lead', 'chair']) await opens(who, { ask: 'open-actions' })
  for (const who of [owner, 'health-lead', 'chair', 'iro']) await opens(who, { ask: 'open-action', action: first })

  await bot.until('2026-11-06T12:00:00Z') // up the whole ladder, for actions and duties alike
  await opens(owner, { ask: 'open-actions' })

  await sends(owner, { ask: 'open-move-action', action: first }, { due: '2026-11-20' })
  await sends('chair', { ask: 'open-move-action', action: first }, { due: '2026-11-23' })
  await sends(owner, { ask: 'open-hand-over-action', action: second }, { to: 'school-lead' })
  await opens('school-lead', { ask: 'open-actions' })
  await opens('school-lead', { ask: 'open-action', action: second })
  await opens(owner, { ask: 'open-action', action: second })
  await walk.presses('school-lead', { ask: 'accept-action', action: second })
  await opens(owner, { ask: 'open-action', action: first })
  await duties(walk)
  await somebodyLeaves(walk, { case: followed.case, action: first })
  for (const action of followed.actions)
    await sends(action === second ? 'school-lead' : owner, { ask: 'open-complete-action', action })
  await opens(owner, { ask: 'open-action', action: first })
  await opens('social-worker', { ask: 'open-mine' })
  await endings(walk, followed.case)
}

/** Closing is refused, then agreed; and somebody who raised it does not agree. */
async function endings({ opens, sends, bot }: Walk, stuck: CaseId): Promise<void> {
  const cleared = { toRaisers: 'The plan is written.', toRaiser: 'The plan is written.' }
  await sends('social-worker', { ask: 'open-close-case', case: stuck }, cleared)
  const { closing } = await bot.last('closing-proposed')
  await opens('chair', { ask: 'open-case', case: stuck })
  await sends('iro', { ask: 'open-answer-closing', closing }, { ...cleared, answer: 'keep-open', because: 'Not yet.' })
  await opens('social-worker', { ask: 'open-case', case: stuck })
  await sends('chair', { ask: 'open-close-case', case: stuck }, cleared)
  await opens('social-worker', { ask: 'open-mine' })
  const { raising } = await bot.last('case-raised')
  await opens('practitioner', { ask: 'open-raising', raising })
  await sends('practitioner', { ask: 'open-object', raising })
  await sends('iro', { ask: 'open-answer-objection', raising }, { ...cleared, outcome: 'closed' })
}

/** A return told of a review: for this form alone, so that everything else is counted from what nobody has told yet. */
async function withReview(bot: Bot, duty: DutyId, work: () => Promise<unknown>): Promise<void> {
  const { child } = await bot.db.selectFrom('duties').select('child').where('id', '=', duty).executeTakeFirstOrThrow()
  await bot.db.insertInto('reviews_held').values({ child, held_on: '2026-09-01' }).execute()
  await work()
  await bot.db.deleteFrom('reviews_held').where('child', '=', child).execute()
}

/** The manager of the only stage does not agree, is given more time, and is silent; then the IRO ends it. */
async function challenging({ opens, sends, bot }: Walk, duty: DutyId): Promise<void> {
  await sends('iro', { ask: 'open-raise-challenge', duty })
  const { challenge } = await bot.last('challenge-raised')
  await opens('team-manager', { ask: 'open-challenge', challenge })
  await sends('team-manager', { ask: 'open-answer-challenge', challenge }, { answer: 'not-agreed' })
  await sends('iro', { ask: 'open-move-challenge', challenge }, { move: 'more-time' })
  await opens('iro', { ask: 'open-challenge', challenge })
  await sends('iro', { ask: 'open-end-challenge', challenge }, { outcome: 'cafcass' })
}

async function duties(walk: Walk): Promise<void> {
  const { opens, sends, bot } = walk
  const { duty } = await bot.last('duty-started')
  await opens('social-worker', { ask: 'open-duty', duty })
  await withReview(bot, duty, () => opens('social-worker', { ask: 'open-take-back-review', duty }))
  await opens('social-worker', { ask: 'open-which-children' })
  await sends('social-worker', { ask: 'open-expect-duty', duty }, { on: '2026-11-30' })
  await opens('social-worker', { ask: 'open-duty', duty })
  await sends('social-worker', { ask: 'open-pass-duty', duty }, { to: 'practitioner' })
  await opens('practitioner', { ask: 'open-duty', duty })
  await opens('social-worker', { ask: 'open-duty', duty })
  await walk.presses('practitioner', { ask: 'accept-duty', duty })
  await goesOn(walk, duty, 'deputy-social-worker')
  await challenging(walk, duty)
  await sends('deputy-social-worker', { ask: 'open-record-duty', duty }, { on: '2026-10-01', as: 'assessed-with-plan' })
  await opens('social-worker', { ask: 'open-plan' })
}
