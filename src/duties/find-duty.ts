/** Finds a duty for somebody who may see it, or answer for it. */
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { peopleWith } from '../people/people.ts'
import { receivedFor } from '../people/deputies.ts'
import { maySee, type Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsOn, type Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { redated } from './redate-duty.ts'

export type FoundDuty = { readonly duty: Duty; readonly standings: readonly Standing[] }

export async function findDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<FoundDuty | Refusal> {
  const duty = await world.tx.lockDuty(id)
  if (!duty) return refused('no-longer-there')
  // The person who receives it today may be the deputy of a deputy who is away as well.
  const receives = (await receivedFor(world, by.id)).includes(duty.owner)
  const standings = [...standingsOn(duty, by, world.partnership), ...(receives ? (['owner'] as const) : [])]
  if (!maySee(standings, 'duty')) return refused('not-for-you')
  return { duty: await redated(world, duty), standings }
}

/** For those responsible for it: its owner or the child's social worker, while it is open. */
export async function findOwnDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<FoundDuty | Refusal> {
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  if (!mayAnswer(found.standings)) return refused('not-yours-to-answer')
  return found.duty.state === 'recorded' ? refused('already-done') : found
}

export const mayAnswer = (standings: readonly Standing[]): boolean =>
  standings.includes('owner') || standings.includes('social-worker')

/** Whom an unreported danger in words about this child concerns. */
export function aboutChild({ child, socialWorker, iro }: Duty, { partnership }: World<unknown>) {
  const tell = [socialWorker, iro].filter((id) => id !== undefined)
  return { child, tell: tell.length > 0 ? tell : peopleWith(partnership, 'coordinator').map(({ id }) => id) }
}
