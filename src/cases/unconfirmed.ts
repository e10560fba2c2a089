/** A case that nobody confirms is stuck twice: others hear, who can confirm it then in place of its social worker. */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Hearer, Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { CaseId } from '../ids.ts'
import type { Field } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'

export const unconfirmed = (id: CaseId): ClimbKey => ({ climb: 'case-unconfirmed', thing: id })

export function unconfirmedPolicy({ policies }: Pick<Case, 'policies'>): Policy {
  const silence = { workingDays: policies.unconfirmedWorkingDays }
  const answers: Hearer[] = ['social-worker', 'lead', 'chair']
  return {
    stages: [
      { stage: 'again', when: silence, answers, tells: ['social-worker', 'lead', 'chair'], by: 'digest' },
      {
        ...{ stage: 'iro', when: silence, by: 'digest', answers: [...answers, 'iro'] },
        tells: ['social-worker', 'lead', 'chair', 'iro'],
      },
    ],
    end: { repeats: silence },
  }
}

/**
 * What somebody has to be allowed in order to confirm it today. Counted from its raising, no matter who is its social worker
 * meanwhile: a case that changes hands every other day would wait for ever.
 */
export function confirming(
  { raisedAt, policies, disagreement }: Case,
  { now, calendar }: Pick<World<unknown>, 'now' | 'calendar'>,
): Field {
  const hasWaited = (times: number): boolean =>
    addWorkingDays(dayOf(raisedAt), times * policies.unconfirmedWorkingDays, calendar) <= dayOf(now)
  if (disagreement) return hasWaited(2) ? 'confirm-disagreement-late' : 'confirm-disagreement'
  if (hasWaited(2)) return 'confirm-form-later'
  return hasWaited(1) ? 'confirm-form-late' : 'confirm-form'
}
