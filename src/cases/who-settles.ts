/**
 * Who settles what becomes of a case: its social worker; of a disagreement, to which the social worker is a party, its chair,
 * and until it has one everybody who can confirm it.
 */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { sidesWith } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import type { Part } from '../parts/part.ts'
import type { What } from '../parts/told.ts'
import type { Field } from '../permissions/may-see.ts'
import type { Case } from './case.ts'

export function whoSettles(
  stuck: Case,
  partnership: Partnership,
): readonly { readonly person: PersonId; readonly what: What }[] {
  const what = whatSettles(stuck)
  const parts = named({ case: stuck }, partnership)
  const parties = stuck.disagreement ? [stuck.socialWorker] : []
  return hears(parts, what)
    .to.filter(({ person }) => !parties.includes(person))
    .map(({ person }) => ({ person, what }))
}

type Settling = { readonly close: Field; readonly admit: Field; readonly chair: Field }

/** What somebody has to be allowed in order to close it, to let somebody in, or to name another chair. */
export const settles = ({ disagreement }: Pick<Case, 'disagreement'>): Settling =>
  disagreement
    ? { close: 'close-disagreement', admit: 'admit-to-disagreement', chair: 'replace-chair-of-disagreement' }
    : { close: 'close-form', admit: 'admit-raiser', chair: 'replace-chair' }

/** The person who acts for the social worker is a party to a disagreement, whatever else they are to it. */
export const isParty = (
  { disagreement }: Pick<Case, 'disagreement'>,
  parts: readonly Part[],
  person: PersonId,
): boolean => disagreement === true && sidesWith(parts, person, 'social-worker')

/** What counts of these parts: a party to a disagreement does nothing of it as its chair or its IRO, nor for one of them. */
export const partsThatCount = (
  stuck: Pick<Case, 'disagreement'>,
  parts: readonly Part[],
  person: PersonId,
): readonly Part[] =>
  isParty(stuck, parts, person)
    ? parts.filter((part) => part.person !== person || (part.role !== 'chair' && part.role !== 'iro'))
    : parts

function whatSettles({ disagreement, state }: Case): 'for-social-worker' | 'for-conveners' | 'for-chair' {
  if (!disagreement) return 'for-social-worker'
  return state === 'raised' ? 'for-conveners' : 'for-chair'
}
