/** Children whom their social worker has not confirmed: nothing is chased for them, so somebody else hears in the end. */
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { PersonId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'

/** One for each social worker, however many children wait: nobody gets a message for each child. */
export const firstLook = (socialWorker: PersonId): ClimbKey => ({ climb: 'first-look', thing: socialWorker })

/** What a message says that asks for it: true for as long as a child of this social worker waits. */
export const asksForFirstLook = 'first-look'

/** As often as the ladder repeats: a week of work is enough to check a list of children. */
export function firstLookPolicy({ ladder }: Policies): Policy {
  const silence = { workingDays: ladder.repeat }
  return {
    stages: [
      { stage: 'again', when: silence, answers: ['owner'], tells: ['owner'], by: 'direct' },
      { stage: 'lead', when: silence, answers: ['owner'], tells: ['owner', 'lead'], by: 'direct' },
      { stage: 'iro', when: silence, answers: ['owner'], tells: ['owner', 'lead', 'coordinator', 'iro'], by: 'direct' },
    ],
    end: { repeats: silence },
  }
}
