/**
 * What is asked before something is done, ask by ask: a question on its button, a form with its own button to send, or nothing
 * because it can be taken back. A new ask does not compile without its line.
 */
import type { Button, Confirm } from './display/card.ts'
import type { DoingAsk } from './vocabulary.ts'

type First = 'a question' | 'a form' | { readonly reading: string } | { readonly nothing: string }

export const askedFirst: { readonly [Kind in DoingAsk['ask']]: First } = {
  'pick-slot': 'a question',
  'take-time-back': 'a question',
  'end-withdrawn': 'a question',
  'admit-raiser': 'a question',
  'remove-account': 'a question',

  'take-back-concern': { reading: 'It opens with the question, and has the one button that says yes.' },

  'know-child': { nothing: 'Other answers can be given after it.' },
  'take-back-not-ours': { nothing: 'It takes something back, and can be said again.' },
  'accept-action': { nothing: 'It can be handed over again.' },
  'decline-action': { nothing: 'It stays with its owner, who can hand it over again.' },
  'accept-duty': { nothing: 'It can be passed on again.' },
  'decline-duty': { nothing: 'It stays with its owner, who can pass it on again.' },
  'take-back-child': { nothing: 'It takes something back, and can be said again.' },
  'take-held': { nothing: 'It can be given to somebody else.' },
  'have-taken-over': { nothing: 'It says that something was read, and changes nothing else.' },
  'prefer-account': { nothing: 'Another account can be preferred at any time.' },
  'decide-nudges': { nothing: 'It is asked in a shell, and can be decided again.' },

  'raise-case': 'a form',
  'confirm-case': 'a form',
  'match-raising': 'a form',
  'not-in-care': 'a form',
  'add-to-raising': 'a form',
  'withdraw-raising': 'a form',
  'close-case': 'a form',
  'answer-closing': 'a form',
  object: 'a form',
  'answer-objection': 'a form',
  'raise-challenge': 'a form',
  'answer-challenge': 'a form',
  'move-challenge': 'a form',
  'end-challenge': 'a form',
  'not-ours': 'a form',
  'cannot-tell': 'a form',
  'pass-on': 'a form',
  'give-input': 'a form',
  'ask-another': 'a form',
  'set-meeting-link': 'a form',
  'name-note-taker': 'a form',
  'record-meeting': 'a form',
  'add-action': 'a form',
  'correct-action': 'a form',
  'approve-summary': 'a form',
  'complete-action': 'a form',
  'move-action': 'a form',
  'hand-over-action': 'a form',
  'record-duty': 'a form',
  'expect-duty': 'a form',
  'pass-duty': 'a form',
  'take-back-review': 'a form',
  'confirm-children': 'a form',
  'confirm-dates': 'a form',
  'children-not-mine': 'a form',
  'report-concern': 'a form',
  'give-held': 'a form',
  'give-several': 'a form',
  'replace-chair': 'a form',
  'set-away': 'a form',
  'set-overview-day': 'a form',
}

/** Of a card from before there were questions. */
const areYouSure: Confirm = {
  asks: 'Are you sure?',
  says: 'It cannot be taken back.',
  yes: 'Yes',
  no: 'Back',
}

/** What is asked before this press. */
export function questionBefore({ ask, confirm }: Button): Confirm | undefined {
  const first: First | undefined = (askedFirst as Readonly<Record<string, First | undefined>>)[ask.ask]
  return confirm ?? (first === 'a question' ? areYouSure : undefined)
}
