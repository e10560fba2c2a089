/** Something is handed to somebody who has not said that they have it: until they do it stays with its owner. */
import type { Policy } from '../climbs/climb.ts'
import type { PersonId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'

export type Offer = { readonly to: PersonId; readonly by: PersonId; readonly at: Date }

/**
 * Nobody answers: both are asked again as soon as a case would be that nobody confirms, then the lead hears as well, who can
 * hand it to somebody else. The IRO hears by the ladder of the thing itself, which goes on for its owner.
 */
export function offerPolicy({ unconfirmedWorkingDays, ladder }: Policies): Policy {
  const when = { workingDays: unconfirmedWorkingDays }
  return {
    stages: [
      { stage: 'again', when, answers: ['asked', 'owner'], tells: ['asked', 'owner'], by: 'direct' },
      { stage: 'lead', when, answers: ['asked', 'owner'], tells: ['asked', 'owner', 'lead'], by: 'direct' },
    ],
    end: { repeats: { workingDays: ladder.repeat } },
  }
}
