/** What is said when somebody proposes to close a case, and what became of that. */
import type { Case } from '../cases/case.ts'
import type { Closing } from '../cases/closing.ts'
import type { Action } from '../actions/action.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Cleared } from '../display/typed.ts'
import type { RaisingId } from '../ids.ts'

const openCase = ({ id }: Case) => button('Open the case', { ask: 'open-case', case: id })

export const proposedCard = (stuck: Case, { id }: Closing, name: string, open: number): Card =>
  card(
    `Case ${stuck.ref}: ${name} proposes to close it`,
    [
      text(
        `${whyAsked(stuck, open)} The case stays open, and reminders go on, until one of those who were asked agrees.`,
      ),
    ],
    [button('Read and answer', { ask: 'open-answer-closing', closing: id }, 'primary')],
  )

function whyAsked({ state }: Case, open: number): string {
  if (state !== 'following-up') return 'Its meeting has not been held, or its summary is not out yet.'
  if (open > 0) return open === 1 ? 'One action is still open.' : `${open} actions are still open.`
  return 'Everything that was agreed is done.'
}

/** For the coordinators: its reference, and nothing of the case. */
export const closingWaitsCard = ({ ref }: Case): Card =>
  card(`Case ${ref}: nobody has answered a proposal to close it`, [
    text('The people who can agree to it were asked twice. The case stays open. Please ask what is in the way.'),
  ])

export const keptOpenCard = (stuck: Case, name: string): Card =>
  card(
    `Case ${stuck.ref}: it stays open`,
    [text(`${name} does not agree to close it. Open the case to read why.`)],
    [openCase(stuck)],
  )

export const closedCard = (stuck: Case, ended: number): Card =>
  card(
    `Case ${stuck.ref}: closed`,
    [
      text('The case is closed. You do not need to do anything more.'),
      ...(ended > 0 ? [text(`${ended === 1 ? 'One action was' : `${ended} actions were`} no longer needed.`)] : []),
    ],
    [openCase(stuck)],
  )

/** For everybody who raised it, also from outside: without its reference, which they may not know. */
export const closedForRaiserCard = (raising: RaisingId, told: Cleared): Card =>
  card(
    'A stuck case that you raised is closed',
    [
      facts(['Why', told]),
      text(
        'If you do not agree, say so: what you write goes to the Independent Reviewing Officer, who will answer you.',
      ),
    ],
    [
      button('I do not agree', { ask: 'open-object', raising }),
      button('Read what I raised', { ask: 'open-raising', raising }),
    ],
  )

export const endedCard = (action: Action): Card =>
  card(
    `Case ${action.ref}: your action is no longer needed`,
    [text('The case is closed, and its reminders have stopped.'), facts(['What', action.what])],
    [button('Read why', { ask: 'open-action', action: action.id })],
  )
