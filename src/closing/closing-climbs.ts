/** A proposal to close that nobody answers, and an objection: the people who can answer hear again, then the coordinators too. */
import type { Case } from '../cases/case.ts'
import type { Hearer, Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { ClosingId, RaisingId } from '../ids.ts'

export const unanswered = (id: ClosingId): ClimbKey => ({ climb: 'closing-unanswered', thing: id })
export const objected = (id: RaisingId): ClimbKey => ({ climb: 'objection-unanswered', thing: id })

export const unansweredPolicy = (stuck: Pick<Case, 'policies'>): Policy => policyOf(stuck, ['iro', 'chair'])
export const objectedPolicy = (stuck: Pick<Case, 'policies'>): Policy => policyOf(stuck, ['iro'])

/** As for a case that nobody confirms, and then as often as an overdue action. */
function policyOf({ policies }: Pick<Case, 'policies'>, answers: Hearer[]): Policy {
  const silence = { workingDays: policies.unconfirmedWorkingDays }
  return {
    stages: [
      { stage: 'again', when: silence, answers, tells: answers, by: 'direct' },
      { stage: 'coordinator', when: silence, answers, tells: [...answers, 'coordinator'], by: 'direct' },
    ],
    end: { repeats: { workingDays: policies.ladder.repeat } },
  }
}
