/** A case that nobody confirms is stuck twice: the social worker hears again, then the IRO as well. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { CaseId } from '../ids.ts'
import type { Case } from './case.ts'

export const unconfirmed = (id: CaseId): ClimbKey => ({ climb: 'case-unconfirmed', thing: id })

export function unconfirmedPolicy({ policies }: Pick<Case, 'policies'>): Policy {
  const silence = { workingDays: policies.unconfirmedWorkingDays }
  return {
    stages: [
      { stage: 'again', when: silence, answers: ['social-worker'], tells: ['social-worker'], by: 'direct' },
      { stage: 'iro', when: silence, answers: ['social-worker'], tells: ['social-worker', 'iro'], by: 'direct' },
    ],
    end: { repeats: silence },
  }
}
