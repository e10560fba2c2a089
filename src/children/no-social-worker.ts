/** Children in care for whom no social worker answers: nothing can be asked of anybody until a return names one. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { Policies } from '../partnership/policies.ts'

/** One for all of them: a return that names nobody for fifty children is one message. */
export const noSocialWorker: ClimbKey = { climb: 'no-social-worker', thing: 'all' }

/** As often as the ladder repeats: a week of work is enough to correct a return. */
export function noSocialWorkerPolicy({ ladder }: Policies): Policy {
  const silence = { workingDays: ladder.repeat }
  return {
    stages: [
      { stage: 'coordinator', when: silence, answers: ['coordinator'], tells: ['coordinator'], by: 'direct' },
      { stage: 'lead', when: silence, answers: ['coordinator'], tells: ['coordinator', 'lead'], by: 'direct' },
    ],
    end: { repeats: silence },
  }
}
