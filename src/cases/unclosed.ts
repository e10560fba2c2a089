/** A case in which nothing is left to do, and which nobody closes: the chair hears again, then the IRO as well. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { CaseId } from '../ids.ts'
import type { Case } from './case.ts'

export const unclosed = (id: CaseId): ClimbKey => ({ climb: 'case-unclosed', thing: id })

/** After the first two, as often as an overdue action: it is late work, and no child waits for it. */
export function unclosedPolicy({ policies }: Pick<Case, 'policies'>): Policy {
  const silence = { workingDays: policies.chairReminderWorkingDays }
  return {
    stages: [
      { stage: 'chair', when: silence, answers: ['chair'], tells: ['chair'], by: 'direct' },
      { stage: 'iro', when: silence, answers: ['chair'], tells: ['chair', 'iro'], by: 'direct' },
    ],
    end: { repeats: { workingDays: policies.ladder.repeat } },
  }
}
