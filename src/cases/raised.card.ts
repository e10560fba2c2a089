/** What is said when a case was raised. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import { themeInWords, type Case, type Raising } from './case.ts'

const about = ({ theme, needed }: Pick<Case, 'theme' | 'needed'>) =>
  facts(['What is stuck', themeInWords[theme]], ['Needs to move by', inWords(needed)])

export const confirmCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: please confirm`,
    [
      text('A colleague has raised a stuck case of a child whom you answer for. Nothing is shared before you confirm.'),
      about(stuck),
    ],
    [
      button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }, 'primary'),
      button('What was raised', { ask: 'open-case', case: stuck.id }),
    ],
  )

export const stillUnconfirmedCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: still waits for you`,
    [text('No agency has been asked yet, because this case has not been confirmed.'), about(stuck)],
    [button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }, 'primary')],
  )

export const unconfirmedForIroCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: not confirmed yet`,
    [
      text('The social worker was asked twice and has not confirmed this case. No agency has been asked.'),
      about(stuck),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const raisedForIroCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: raised`,
    [text('A stuck case of a child whose IRO you are was raised. Nothing is asked of you now.'), about(stuck)],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const joinedCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: raised again`,
    [text('Another colleague has raised this case. What they wrote was added to it; no second case was made.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const unmatchedCard = (raising: Raising): Card =>
  card(
    'A stuck case names no known child',
    [
      text('A colleague outside the authority raised a case with an identifier that no child in care has.'),
      about(raising),
    ],
    [button('Find the child', { ask: 'open-match-raising', raising: raising.id }, 'primary')],
  )
