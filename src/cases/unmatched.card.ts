/** What is said while nobody has found the child of a raising. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import type { Raising } from './case.ts'

const about = ({ theme, needed }: Raising, partnership: Partnership) =>
  facts(['What is stuck', themeName(partnership, theme)], ['Needs to move by', inWords(needed)])

export const stillUnmatchedCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'We still do not know which child a stuck case is about',
    [
      text('Nobody has been asked about this case yet, because we do not know which child it is about.'),
      about(raising, partnership),
    ],
    [button('Find the child', { ask: 'open-match-raising', raising: raising.id }, 'primary')],
  )

/** For the lead of the authority, who does not see the raising. */
export const unmatchedForLeadCard = (raising: Raising): Card =>
  card('Nobody has found out yet which child a stuck case is about', [
    text(
      `A case was raised on ${inWords(dayOf(raising.at))} from outside the authority. The coordinators have not found ` +
        'out which child it is about, so nobody has been asked. Please ask them.',
    ),
  ])
