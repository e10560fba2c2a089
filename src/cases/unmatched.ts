/** A raising whose child nobody has found: the coordinators hear again, then the lead of the authority as well. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { RaisingId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'

export const unmatched = (id: RaisingId): ClimbKey => ({ climb: 'raising-unmatched', thing: id })

/** As for a case that nobody confirms, and then as often as an overdue action. */
export function unmatchedPolicy({ unconfirmedWorkingDays, ladder }: Policies): Policy {
  const silence = { workingDays: unconfirmedWorkingDays }
  return {
    stages: [
      { stage: 'again', when: silence, answers: ['coordinator'], tells: ['coordinator'], by: 'direct' },
      { stage: 'lead', when: silence, answers: ['coordinator'], tells: ['coordinator', 'lead'], by: 'direct' },
    ],
    end: { repeats: { workingDays: ladder.repeat } },
  }
}
