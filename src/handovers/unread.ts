/** A successor who does not say "I have it": the coordinators hear once, and then it is with them. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { HandoverId } from '../ids.ts'

export const unread = (id: HandoverId): ClimbKey => ({ climb: 'handover-unread', thing: id })

/** Working days after which the coordinators hear that nobody has read it. Ours: as for a case nobody confirms. */
const unreadWorkingDays = 2

export const unreadPolicy: Policy = {
  stages: [
    {
      stage: 'coordinator',
      when: { workingDays: unreadWorkingDays },
      answers: ['owner'],
      tells: ['coordinator'],
      by: 'direct',
    },
  ],
  end: { stops: 'the coordinators know' },
}
