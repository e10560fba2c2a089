/** A raising whose child nobody has found: the coordinators hear again, then the lead of the authority as well. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { RaisingId } from '../ids.ts'

export const unmatched = (id: RaisingId): ClimbKey => ({ climb: 'raising-unmatched', thing: id })

/** Ours: as for a case that nobody confirms, and then as often as an overdue action. */
const silence = { workingDays: 2 }
const repeats = { workingDays: 5 }

export const unmatchedPolicy: Policy = {
  stages: [
    { stage: 'again', when: silence, answers: ['coordinator'], tells: ['coordinator'], by: 'direct' },
    { stage: 'lead', when: silence, answers: ['coordinator'], tells: ['coordinator', 'lead'], by: 'direct' },
  ],
  end: { repeats },
}
