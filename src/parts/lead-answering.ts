/** Who answers, as the lead of an agency, for what somebody holds. */
import type { AgencyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'

/** The agency that its holder works for today, else the one that is kept with it: that still has a lead when they have left. */
export const agencyAnswering = (
  partnership: Partnership,
  holder: PersonId | undefined,
  kept: AgencyId | undefined,
): AgencyId | undefined => (holder && personById(partnership, holder)?.agency) ?? kept

export function leadAnswering(
  partnership: Partnership,
  holder: PersonId | undefined,
  kept: AgencyId | undefined,
): PersonId | undefined {
  const agency = agencyAnswering(partnership, holder, kept)
  return partnership.agencies.find(({ id }) => id === agency)?.lead
}
