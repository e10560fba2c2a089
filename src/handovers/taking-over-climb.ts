/** A successor who does not say "I have it": the coordinators are told once, and then it is up to them. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { HandoverId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'

export const unread = (id: HandoverId): ClimbKey => ({ climb: 'handover-unread', thing: id })

/** As for a case that nobody confirms. */
export const unreadPolicy = ({ unconfirmedWorkingDays }: Policies): Policy => ({
  stages: [
    {
      ...{ stage: 'coordinator', when: { workingDays: unconfirmedWorkingDays } },
      ...{ answers: ['owner'], tells: ['coordinator'], by: 'direct' },
    },
  ],
  end: { stops: 'the coordinators know' },
})
