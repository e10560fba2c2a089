/** Somebody records that the risk was reported: to whom and when. Until then more and more people are told. */
import { answeredWords } from '../display/answered.ts'
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import { type ConcernId, type PersonId } from '../ids.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { Field } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import { endAsReported } from './end-concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { workerIn } from './who-hears.ts'
import { reportErrors, reportFields, reportForm } from './report-concern.form.ts'

export async function showReportForm(world: World<ConcernsNeeds>, by: PersonId, id: ConcernId): Promise<Answer> {
  const concern = await openConcern(world, by, id, 'concern-report')
  return isRefusal(concern) ? concern : reportForm(id, world.partnership.urgent)
}

export async function reportConcern(
  world: World<ConcernsNeeds>,
  by: PersonId,
  id: ConcernId,
  sent: FormValues,
): Promise<Answer> {
  const concern = await openConcern(world, by, id, 'concern-report')
  if (isRefusal(concern)) return concern
  const read = readForm(reportFields, sent, world.now, reportErrors)
  if (isRefusal(read)) return read
  const { reportedTo: to, reportedAt: when } = read.values
  await endAsReported(world, concern, by, { to, when, words: answeredWords(reportFields, read.values) })
  return done(
    'Recorded. The reminders have stopped, and everybody who was told will be told that it has been reported.',
  )
}

/** One that nobody has ended, for somebody who may do this with it. */
export async function openConcern(
  world: World<ConcernsNeeds>,
  by: PersonId,
  id: ConcernId,
  field: Field,
): Promise<Concern | Refusal> {
  const concern = await world.tx.concern(id)
  if (!concern) return refused('no-longer-there')
  const no = await notOfConcern(world, concern, by, field)
  if (no) return no
  return concern.over ? refused('already-done') : concern
}

/** Why it is not for them; undefined where it is. Who answers for the child today has a part too, unless they may be the worker whom it is about. */
export async function notOfConcern(
  world: World<ConcernsNeeds>,
  concern: Concern,
  by: PersonId,
  field: Field,
): Promise<Refusal | undefined> {
  const { socialWorker, iro } = await world.tx.answersForConcern(concern)
  // Also not as somebody whom they stand in for.
  if (by === workerIn(concern, { socialWorker })) return refused('not-for-you')
  const answering = { ...(socialWorker && concern.kind !== 'both' && { socialWorker }), ...(iro && { iro }) }
  const parts = await partsToday(world, { concern: { ...concern, ...answering } })
  return may(parts, by, field) ? undefined : refusedTo(parts, by, field)
}
