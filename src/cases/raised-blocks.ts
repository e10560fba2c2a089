/** What somebody raised, and who they are: only for those to whom the table of permissions shows each. */
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import { askingFirst, button, facts, row, type Button } from '../display/card.ts'
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { may, sidesWith } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { agencyName, namedToIroAlone, nameOf } from '../people/name-of.ts'
import { lastAgencyOf, personById } from '../people/people.ts'
import type { Raising } from './case.ts'
import { raisedBefore } from './raised-again.ts'

export type MayRead = {
  readonly person: PersonId
  /** Names, but of those who want to be named to the IRO alone. */
  readonly names: boolean
  /** Those as well, each by a press that is recorded. */
  readonly allNames: boolean
  /** What was raised by somebody who is named to the IRO alone is read by those who settle it, and not by who is challenged. */
  readonly allWords: boolean
}

/** The person who acts for the social worker is the one who is challenged, whatever else they are to the case. */
export function readerOf(parts: readonly Part[], person: PersonId): MayRead {
  const isChallenged = sidesWith(parts, person, 'social-worker')
  return {
    person,
    names: may(parts, person, 'raised-by'),
    allNames: may(parts, person, 'raised-by-for-iro') && !isChallenged,
    allWords: !isChallenged,
  }
}

/** `all`: of the case. What its raiser saw as another raising is read as added to theirs. */
export const raisedBlocks = (
  raising: Raising,
  partnership: Partnership,
  reader: MayRead,
  all: readonly Raising[],
): readonly ReadingBlock[] => [
  heading(
    `${!isOwn(raising, reader) && raisedBefore(all, raising) ? 'Added' : 'Raised'} on ${inWords(dayOf(raising.at))}: ${themeName(partnership, raising.theme)}`,
  ),
  ...raisedBy(raising, partnership, reader),
  ...(mayReadWords(raising, reader) ? raising.words.map((one) => words(one.question, one.words)) : []),
]

const isOwn = ({ by }: Raising, { person }: MayRead): boolean => by === person

export const mayReadWords = (raising: Raising, reader: MayRead): boolean =>
  raising.namedTo !== 'iro' || reader.allWords || isOwn(raising, reader)

function raisedBy(raising: Raising, partnership: Partnership, reader: MayRead): readonly ReadingBlock[] {
  if (isOwn(raising, reader)) return []
  const isHidden = raising.namedTo === 'iro'
  if (!reader.names && !reader.allNames) return []
  const withdrawn = raising.withdrawnAt ? [['Withdrawn', inWords(dayOf(raising.withdrawnAt))] as const] : []
  return [
    facts(['Raised by', isHidden ? namedToIroAlone : whoRaised(raising, partnership)], ...withdrawn),
    ...(isHidden && reader.allNames
      ? [row('You can see who it is. Every look is recorded.', whoRaisedButton(raising))]
      : []),
  ]
}

export const whoRaisedButton = ({ id }: Pick<Raising, 'id'>): Button =>
  button('Who raised it', { ask: 'open-raiser', raising: id })

/** Whoever is let in reads the case from then on. */
export const admitButton = ({ id, by }: Pick<Raising, 'id' | 'by'>, partnership: Partnership): Button =>
  askingFirst(button('Let them take part', { ask: 'admit-raiser', raising: id }), {
    asks: 'Let them take part in the case?',
    says: `${nameOf(partnership, by)} is told, and can read the case from then on. You cannot take it back.`,
    yes: 'Yes, let them take part',
  })

/** Name, agency, and how to reach them. */
export function whoRaised({ by }: Pick<Raising, 'by'>, partnership: Partnership): string {
  const person = personById(partnership, by)
  const agency = agencyName(partnership, lastAgencyOf(partnership, by), '')
  const reach = person ? [person.email, ...(person.phone ? [person.phone] : [])] : []
  return [nameOf(partnership, by), agency, ...reach].filter((part) => part !== '').join(', ')
}
