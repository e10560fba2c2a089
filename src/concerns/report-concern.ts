/** Somebody records that the risk was reported: to whom and when. Until then it is said again and again. */
import { endClimb } from '../climbs/take-step.ts'
import { answeredWords, type Answered } from '../display/answered.ts'
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import { type ConcernId, type PersonId } from '../ids.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { reportFields, reportForm } from './report-concern.form.ts'
import { unreported } from './unreported.ts'

export async function showReportForm(world: World<ConcernsNeeds>, by: PersonId, id: ConcernId): Promise<Answer> {
  const concern = await world.tx.concern(id)
  if (!concern) return refused('no-longer-there')
  if (!(await mayReport(world, concern, by))) return refused('not-for-you')
  if (concern.reportedAt) return refused('already-done')
  return reportForm(id, world.partnership.urgent)
}

export async function reportConcern(
  world: World<ConcernsNeeds>,
  by: PersonId,
  id: ConcernId,
  sent: FormValues,
): Promise<Answer> {
  const concern = await world.tx.concern(id)
  if (!concern) return refused('no-longer-there')
  if (!(await mayReport(world, concern, by))) return refused('not-for-you')
  if (concern.reportedAt) return refused('already-done')
  const read = readForm(reportFields, sent)
  if (isRefusal(read)) return read
  await settle(world, concern, by, answeredWords(reportFields, read.values))
  return done('Recorded. The reminders have stopped.')
}

/**
 * The writer's own form says that it was reported: what they told of before is settled too, and so is what they told of
 * a child nobody knew, for the identifier may have been put right since.
 */
export async function settleReported(
  world: World<ConcernsNeeds>,
  by: PersonId,
  about: Pick<Concern, 'case' | 'child'>,
  report: readonly Answered[],
): Promise<void> {
  const { tx, now } = world
  const open = await tx.unreportedBy(by, about)
  const told = { id: world.newId() as ConcernId, ...about, writer: by, told: [], raisedAt: now, repeats: 0 }
  await settle(world, open ?? told, by, report)
  for (const unknown of await tx.unreportedOfNobodyKnown(by)) await settle(world, unknown, by, report)
}

async function settle(
  world: World<ConcernsNeeds>,
  concern: Concern,
  by: PersonId,
  words: readonly Answered[],
): Promise<void> {
  const { tx, now } = world
  await tx.saveConcern({ ...concern, reportedAt: now })
  await tx.saveReport(concern.id, by, now, words)
  await tx.record({
    fact: 'risk-reported',
    concern: concern.id,
    ...(concern.case && { case: concern.case }),
    ...(concern.child && { child: concern.child }),
  })
  await endClimb(world, unreported(concern.id))
  await tx.withdraw({ subject: 'concern', id: concern.id })
}

const mayReport = async (world: World<ConcernsNeeds>, concern: Concern, by: PersonId): Promise<boolean> =>
  may(await partsToday(world, { concern }), by, 'concern-report')
