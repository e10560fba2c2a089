/** Children in care for whom no social worker answers: nothing can be asked of anybody until a return names one. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'

/** One for all of them: a return that names nobody for fifty children is one message. */
export const noSocialWorker: ClimbKey = { climb: 'no-social-worker', thing: 'all' }

/** Ours: a week of work is enough to correct a return, and as often as the ladder repeats. */
const silence = { workingDays: 5 }

export const noSocialWorkerPolicy: Policy = {
  stages: [
    { stage: 'coordinator', when: silence, answers: ['coordinator'], tells: ['coordinator'], by: 'direct' },
    { stage: 'lead', when: silence, answers: ['coordinator'], tells: ['coordinator', 'lead'], by: 'direct' },
  ],
  end: { repeats: silence },
}
