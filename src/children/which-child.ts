/** Which child it is, as it may be told to one person: by their agency, after the table in `src/permissions`. */
import { asDay } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { words, type ReadingBlock } from '../display/reading.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { agencyOf } from '../people/people.ts'
import { identityFor, identityParts, type IdentityPart, type ToldAs } from '../permissions/identity-for.ts'
import type { Child } from './child.ts'

/** What is known of who a child is; a date of birth in ISO form. */
export type KnownIdentity = { readonly [Part in IdentityPart]?: Typed }

/** What the return says; what somebody confirmed in a case goes before it. */
export const knownOf = (
  child: Pick<Child, 'identifier' | 'birthday' | 'upn'> | undefined,
  confirmed: KnownIdentity = {},
): KnownIdentity => ({
  ...(child && { born: child.birthday, authorityIdentifier: child.identifier }),
  ...(child?.upn && { upn: child.upn }),
  ...confirmed,
})

export const mayBeTold = (partnership: Partnership, by: PartnershipPerson, part: IdentityPart): boolean =>
  told(toldAs(partnership, by)).includes(part)

/** All that this person's agency may have. */
export const whoChildIs = (partnership: Partnership, by: PartnershipPerson, known: KnownIdentity) =>
  blocks(known, toldAs(partnership, by))

/** Without the name: enough for somebody who has the child in their own records. */
export const whichChild = (partnership: Partnership, by: PartnershipPerson, known: KnownIdentity) =>
  blocks(known, toldAs(partnership, by), 'name')

/** The name only for somebody to whom no number says which child it is. */
export function enoughToTell(partnership: Partnership, by: PartnershipPerson, known: KnownIdentity) {
  const as = toldAs(partnership, by)
  const hasNumber = told(as).some((part) => numbers.includes(part) && known[part])
  return blocks(known, as, hasNumber ? 'name' : undefined)
}

/** To somebody who was told that this child is at risk. */
export const childInDanger = (known: KnownIdentity) => blocks(known, 'danger')

const numbers: readonly IdentityPart[] = ['nhsNumber', 'upn', 'authorityIdentifier']

const labels = {
  name: 'Known as',
  born: 'Date of birth',
  nhsNumber: 'NHS number',
  upn: 'Unique pupil number',
  authorityIdentifier: "The authority's identifier",
} as const satisfies Record<IdentityPart, string>

const told = (as: ToldAs): readonly IdentityPart[] => identityFor[as]

const toldAs = (partnership: Partnership, { agency }: PartnershipPerson): ToldAs =>
  agency === partnership.authority ? 'authority' : agencyOf(partnership, { agency }).kind

const blocks = (known: KnownIdentity, as: ToldAs, without?: 'name'): readonly ReadingBlock[] =>
  identityParts.flatMap((part) => {
    const typed = part !== without && told(as).includes(part) ? known[part] : undefined
    return typed ? [words(labels[part], part === 'born' ? dayInWords(typed) : typed)] : []
  })

const dayInWords = (day: Typed): Typed => new Typed(inWords(asDay(day.reveal())))
