/** What is said when a case was raised. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import type { Case, Raising } from './case.ts'
import { unmatchedButtons } from './unmatched.card.ts'

const about = ({ theme, needed }: Pick<Case, 'theme' | 'needed'>, partnership: Partnership) =>
  facts(['What is stuck', themeName(partnership, theme)], ['Needs to move by', inWords(needed)])

export const confirmCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: please confirm`,
    [
      text(
        'A colleague has raised a stuck case about a child you are responsible for. Nothing is shared until you confirm it.',
      ),
      about(stuck, partnership),
    ],
    [
      button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }, 'primary'),
      button('What was raised', { ask: 'open-case', case: stuck.id }),
    ],
  )

export const stillUnconfirmedCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: still waiting for you`,
    [text('No agency has been asked yet, because this case has not been confirmed.'), about(stuck, partnership)],
    [button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }, 'primary')],
  )

/** `isUnreached`: our messages do not reach the social worker. */
export const unconfirmedForIroCard = (stuck: Case, partnership: Partnership, isUnreached = false): Card =>
  card(
    `Case ${stuck.ref}: not confirmed yet`,
    [
      text(
        `${isUnreached ? notReached : 'The social worker was asked twice and has not confirmed this case.'} No agency has been asked.`,
      ),
      about(stuck, partnership),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const raisedForIroCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: raised`,
    [
      text('A stuck case has been raised about a child you are the IRO for. You do not need to do anything now.'),
      about(stuck, partnership),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const joinedCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: raised again`,
    [text('Another colleague has raised this case too. What they wrote has been added to it.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const unmatchedCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'Which child is this stuck case about?',
    [
      text('A colleague outside the authority has raised a case. No child in care has the identifier they gave.'),
      about(raising, partnership),
    ],
    unmatchedButtons(raising),
  )

export const notReached = 'Our messages do not reach the social worker, so nobody has confirmed this case.'
