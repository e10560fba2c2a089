/**
 * Finds in a text what identifies a child, before the text may be shown in a chat. It finds shapes and known names,
 * not meaning: a person approves the words as well. Where it cannot know, it finds too much rather than too little.
 */
import type { Day } from '../calendar/day.ts'
import { hasBirthDate, withoutDates } from './dates-in-text.ts'
import { hasIdentifier, readIdentifiers } from './identifiers-of-child.ts'
import { shapes } from './identifying-shapes.ts'
import { hasNameOf } from './names-of-child.ts'
import { foldText } from './fold-text.ts'
import type { Typed } from './typed.ts'

export type Finding = keyof typeof sentences

export type About = {
  /** What identifies this child: name as known, and any of date of birth, NHS number, UPN, the authority's identifier. */
  readonly identifiers: readonly Typed[]
  readonly today: Day
}

const sentences = {
  'nhs-number': 'an NHS number',
  upn: 'a pupil number (UPN)',
  postcode: 'a postcode',
  telephone: 'a phone number',
  'email-address': 'an email address',
  'date-of-birth': 'what may be a date of birth',
  'national-insurance-number': 'a National Insurance number',
  'name-of-the-child': 'a name of the child',
  identifier: 'an identifier of the child',
} as const

/** Each kind at most once, in a fixed order; nothing found means that nothing of these kinds is there. */
export function guard(words: Typed, { identifiers, today }: About): readonly Finding[] {
  const text = foldText(words.reveal())
  const undated = withoutDates(text)
  const { names, numbers, birthDates } = readIdentifiers(identifiers)
  const found: Record<Finding, boolean> = {
    'nhs-number': shapes.nhsNumber(undated),
    upn: shapes.upn(text),
    postcode: shapes.postcode(text),
    telephone: shapes.telephone(undated),
    'email-address': shapes.emailAddress(text),
    'date-of-birth': hasBirthDate(text, today, birthDates),
    'national-insurance-number': shapes.nationalInsuranceNumber(text),
    'name-of-the-child': hasNameOf(names, text),
    identifier: hasIdentifier(numbers, text),
  }
  return (Object.keys(sentences) as Finding[]).filter((kind) => found[kind])
}

/** For the field of a form: what kind of thing was found, never the words themselves. */
export function findingsInWords(findings: readonly Finding[]): string {
  const kinds = findings.map((finding) => sentences[finding])
  return `This cannot be posted, because it has ${new Intl.ListFormat('en-GB').format(kinds)}. Please write it without that.`
}
