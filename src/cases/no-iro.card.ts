/** For the coordinators, where a case has no IRO who can be told: its reference, and nothing of the case. */
import { card, text, type Card } from '../display/card.ts'
import type { Case } from './case.ts'
import { notReached } from './raised.card.ts'

const says = {
  unconfirmed: ['not confirmed yet', 'Nobody has confirmed this case.'],
  unreached: ['not confirmed yet', notReached],
  unclosed: ['done, and not closed', 'Everything that was agreed is done. The chair has not closed the case.'],
  'raised-again': [
    'raised again',
    'Somebody else has raised this case too, and the person who looks after it has left.',
  ],
  unfinished: ['the meeting has stalled', 'The chair has had two reminders about the meeting of this case.'],
} as const

export const noIroCard = ({ ref }: Case, what: keyof typeof says): Card =>
  card(`Case ${ref}: ${says[what][0]}`, [
    text(
      `${says[what][1]} You are getting this because the case has no IRO who can be reached. Please ask what is in the way.`,
    ),
  ])
