/** Which child it is, as it may be told to one person: by their agency, after the table in `src/permissions`. */
import { asDay } from '../calendar/day.ts'
import { dayInShort, inWords } from '../calendar/in-words.ts'
import { initialsOf } from '../display/initials.ts'
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

type Told = {
  readonly blocks: readonly ReadingBlock[]
  readonly named: boolean
  /** False where a date of birth is all that may be told. */
  readonly enough: boolean
}

/** The name only for somebody to whom no number says which child it is. */
export function enoughToTell(partnership: Partnership, by: PartnershipPerson, known: KnownIdentity): Told {
  const as = toldAs(partnership, by)
  const number = numberFor(as, known)
  const named = !number && known.name !== undefined
  return { blocks: blocks(known, as, number ? 'name' : undefined), named, enough: named || number !== undefined }
}

/** The same in one line of a list: with their number, the initials of the name are enough. */
export function childInOneLine(partnership: Partnership, by: PartnershipPerson, known: KnownIdentity) {
  const number = numberFor(toldAs(partnership, by), known)
  const parts = [
    (number ?? known.name)?.reveal(),
    known.born && `born ${dayInShort(asDay(known.born.reveal()))}`,
    number && known.name && initialsOf(known.name.reveal()),
  ]
  return { line: new Typed(parts.filter(Boolean).join(', ')), named: !number && known.name !== undefined }
}

/** To somebody who was told that this child is at risk. */
export const childInDanger = (known: KnownIdentity) => blocks(known, 'danger')

const numbers = ['nhsNumber', 'upn', 'authorityIdentifier'] as const

function numberFor(as: ToldAs, known: KnownIdentity): Typed | undefined {
  const part = numbers.find((one) => told(as).includes(one))
  return part && known[part]
}

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
