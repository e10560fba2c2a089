/** What is said while nobody has found the child of a raising. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { button, card, facts, numbers, text, type Button, type Card } from '../display/card.ts'
import { whoHasCases } from '../partnership/also-for.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import type { Raising } from './case.ts'

const about = ({ theme, needed }: Raising, partnership: Partnership) =>
  facts(['What is stuck', themeName(partnership, theme)], ['Needs to move by', inWords(needed)])

/** What a coordinator can do about it. */
export const unmatchedButtons = ({ id: raising }: Raising): readonly Button[] => [
  button('Find the child', { ask: 'open-match-raising', raising }, 'primary'),
  button('Not a child in our care', { ask: 'open-not-in-care', raising }),
]

export const stillUnmatchedCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'We still do not know which child a stuck case is about',
    [
      text('Nobody has been asked about this case yet, because we do not know which child it is about.'),
      about(raising, partnership),
    ],
    unmatchedButtons(raising),
  )

/** For the lead of the authority, who does not see the raising. */
export const unmatchedForLeadCard = (raising: Raising): Card =>
  card('Nobody has found out yet which child a stuck case is about', [
    text(
      `A case was raised on ${inWords(dayOf(raising.at))}. The coordinators have not found ` +
        'out which child it is about, so nobody has been asked. Please ask them.',
    ),
  ])

/** For its raiser: a coordinator has decided that they may know it. */
export const matchedCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'A coordinator has found the child of a stuck case that you raised',
    [
      text(
        'We know now which child you mean. The people who confirm the case are asked. You do not need to do anything.',
      ),
      about(raising, partnership),
    ],
    [button('What you raised', { ask: 'open-raising', raising: raising.id })],
  )

/** For its raiser: who to call instead, by the partnership's file. */
export const notInCareCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'A stuck case that you raised goes no further',
    [
      text(
        `The local authority knows no child ${whoHasCases(partnership)} who fits what you gave. Nobody has been asked about this case. If ` +
          'you meant another child, raise it again. To ask about the child, or if you are worried, call:',
      ),
      numbers([partnership.urgent.daytimeReferral, partnership.urgent.outOfHours, partnership.urgent.emergency]),
      about(raising, partnership),
    ],
    [button('Raise a stuck case', { ask: 'open-raise-case' })],
  )
