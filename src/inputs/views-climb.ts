/** Views are waited for until their last day ends; the person who has not answered is reminded once before. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { Case } from '../cases/case.ts'
import type { CaseId, RequestId } from '../ids.ts'

export const views = (id: CaseId): ClimbKey => ({ climb: 'views', thing: id })

/** Of a view that is asked for once the others are closed. */
export const lateView = (id: RequestId): ClimbKey => ({ climb: 'late-view', thing: id })

export const viewsPolicy = ({ policies }: Pick<Case, 'policies'>): Policy => ({
  stages: [
    {
      stage: 'remind',
      when: { workingDaysFromDue: -policies.inputReminderWorkingDays },
      answers: ['asked'],
      tells: ['asked'],
      by: 'digest',
    },
    { stage: 'close', when: { workingDaysFromDue: 0, at: 'closing' }, answers: ['asked'], tells: [], by: 'direct' },
  ],
  end: { stops: 'views are closed' },
})

/** By the days of a case it would be over before it came: they are reminded on the working day before their last. */
export const lateViewPolicy = ({ policies }: Pick<Case, 'policies'>): Policy =>
  viewsPolicy({ policies: { ...policies, inputReminderWorkingDays: 1 } })
