/** What somebody gives to say which child they mean: one number, whose kind its form shows, or name and date of birth. */
import { asDay, type Day } from '../calendar/day.ts'
import { isNhsNumber } from '../display/nhs-number.ts'
import { pasted } from '../display/pasted.ts'
import { Typed } from '../display/typed.ts'
import { identifierKind, identifiersMeant } from './identifier.ts'
import { isUpn, looksLikeUpn } from './upn.ts'
import type { KnownIdentity } from './which-child.ts'

export type GivenChild = {
  readonly number?: Typed | undefined
  readonly name?: Typed | undefined
  readonly born?: Day | undefined
}

/** Characters, with spaces and with the kind of number before it. */
export const longestGivenNumber = 60

/** Kinds of keyed hash by which a child is found, beside the council's own number. */
export const nhsNumberKind = 'child-nhs-number'
const upnKind = 'child-upn'
const nameAndBirthKind = 'child-name-and-birth'

/** In the form in which it is hashed. */
export type FoundBy = { readonly kind: string; readonly words: Typed }

/** All that a number may be, by its form alone: the council's may have the form of any other. */
export function numbersMeant(given: Typed): readonly FoundBy[] {
  const meant = identifiersMeant(given.reveal())
  return [
    ...meant.map((one) => ({ kind: identifierKind, words: new Typed(one) })),
    ...meant.flatMap((one) => foundByNumbers({ nhsNumber: one, upn: one })),
  ]
}

/** What is known of a child, ready to be hashed; a number that fails its own check is nobody's. */
export const foundByNumbers = (known: { readonly nhsNumber?: string; readonly upn?: string }): readonly FoundBy[] => [
  ...numberOf(nhsNumberKind, digitsOf(known.nhsNumber ?? ''), isNhsNumber),
  ...numberOf(upnKind, (known.upn ?? '').replace(/\s/g, '').toUpperCase(), isUpn),
]

const digitsOf = (written: string): string => written.replace(/[ ./-]/g, '')

const numberOf = (kind: string, written: string, holds: (one: string) => boolean): readonly FoundBy[] =>
  holds(written) ? [{ kind, words: new Typed(written) }] : []

/** The words of a name in any order, with or without accents, apostrophes and hyphens. */
export function foundByName(name: Typed, born: Day): readonly FoundBy[] {
  const words = name
    .reveal()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'‘’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  // A single word of a name is shared by too many to say who is meant.
  return words.length < 2 ? [] : [{ kind: nameAndBirthKind, words: new Typed(`${words.toSorted().join('-')}/${born}`) }]
}

/** Who somebody confirmed the child to be. */
export const foundByIdentity = (known: KnownIdentity): readonly FoundBy[] => [
  ...foundByNumbers({
    ...(known.nhsNumber && { nhsNumber: known.nhsNumber.reveal() }),
    ...(known.upn && { upn: known.upn.reveal() }),
  }),
  ...(known.name && known.born ? foundByName(known.name, asDay(known.born.reveal())) : []),
]

/**
 * What is wrong with a number, by its form alone, so that the sentence tells nobody whether it is known. A ten-digit number of
 * the council's own is given with its kind before it.
 */
export function wrongNumber(given: Typed): string | undefined {
  const alone = pasted(given.reveal()).replace(/\s/g, '').toUpperCase()
  const digits = digitsOf(alone)
  if (/^\d{10}$/.test(digits) && !isNhsNumber(digits))
    return 'This is not a valid NHS number. Check its ten digits. If it is the council\'s own number, write "council:" before it.'
  if (looksLikeUpn(alone) && !isUpn(alone)) return 'This is not a valid UPN. Check its characters one by one.'
  return undefined
}

/** Whether two mean the same child by what was typed. */
export function sameGiven(one: GivenChild, other: GivenChild): boolean {
  const meant = new Set(keysOf(one))
  return keysOf(other).some((key) => meant.has(key))
}

const keysOf = ({ number, name, born }: GivenChild): readonly string[] =>
  [...(number ? numbersMeant(number) : []), ...(name && born ? foundByName(name, born) : [])].map(
    ({ kind, words }) => `${kind} ${words.reveal()}`,
  )
