/**
 * A risk that nobody has recorded as reported climbs, at any hour: at once the social worker and the IRO, then the lead and
 * the deputy, then the coordinators and the contacts of the partnership's file, then everybody again.
 */
import { minuteMs } from '../calendar/durations.ts'
import { nextWorkingMoment, withinWorkingHours } from '../calendar/working-hours.ts'
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { ConcernId } from '../ids.ts'
import type { World } from '../ports/world.ts'

export const unreported = (id: ConcernId): ClimbKey => ({ climb: 'concern-unreported', thing: id })

/** Two hours: with what comes before and what is held back at night, nobody has more than eight messages in a day. */
const againMinutes = 120

/** By the partnership as it stands: where it shortens the minutes, nobody waits for a concern that is open already. */
export function unreportedPolicy({ partnership, calendar, now }: Omit<World<unknown>, 'tx' | 'newId'>): Policy {
  const wider = { minutes: partnership.policies.riskRepeatMinutes }
  const again = { minutes: againOrAtOpening() }
  return {
    stages: [
      { stage: 'wider', when: wider, answers: ['told'], tells: ['lead', 'deputy'], by: 'direct' },
      { stage: 'widest', when: wider, answers: ['told'], tells: ['coordinator', 'contact'], by: 'direct' },
      { stage: 'everybody', when: again, answers: ['told'], tells: ['told'], by: 'direct' },
    ],
    end: { repeats: again },
  }

  /** At night most people have had their two messages: the person who comes in hears it as the day opens. */
  function againOrAtOpening(): number {
    if (withinWorkingHours(now, partnership.workingHours, calendar)) return againMinutes
    const opens = nextWorkingMoment(now, partnership.workingHours, calendar)
    return Math.max(1, Math.min(againMinutes, Math.ceil((opens.getTime() - now.getTime()) / minuteMs)))
  }
}
