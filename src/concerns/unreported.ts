/** A risk that nobody has recorded as reported is said again and again, at any hour. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { ConcernId } from '../ids.ts'
import type { World } from '../ports/world.ts'

export const unreported = (id: ConcernId): ClimbKey => ({ climb: 'concern-unreported', thing: id })

/** By the partnership as it stands: where it shortens the minutes, nobody waits for a concern that is open already. */
export function unreportedPolicy({ partnership }: World<unknown>): Policy {
  const minutes = { minutes: partnership.policies.riskRepeatMinutes }
  return {
    stages: [{ stage: 'again', when: minutes, answers: ['told'], tells: ['told'], by: 'direct' }],
    end: { repeats: minutes },
  }
}
