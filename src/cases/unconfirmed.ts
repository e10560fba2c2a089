/** A case that nobody confirms is stuck twice: the social worker hears again, then the IRO as well. */
import type { Hearer, Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { CaseId, PersonId } from '../ids.ts'
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

/** Who that is in this case today; undefined for a part that it does not have. */
export function heardIn({ socialWorker, iro, chair }: Case, hearer: Hearer): PersonId | undefined {
  if (hearer === 'social-worker') return socialWorker
  if (hearer === 'iro') return iro
  return hearer === 'chair' ? (chair ?? socialWorker) : undefined
}
