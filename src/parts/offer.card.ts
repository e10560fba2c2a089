/** What is said while something is handed over, of an action and of a duty alike. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { card, text, type Button, type Card, type CardBlock } from '../display/card.ts'

export type Handing = {
  /** Such as `Case K7M-2QD: an action` or `Child K7M-2QD: permanence plan`. */
  readonly called: string
  /** Names. */
  readonly owner: string
  readonly to: string
  readonly on: Day
}

/** On the page of the thing, in lists and in reminders. */
export const notAcceptedYet = (to: string): string => `Handed to ${to}, not accepted yet.`

export const pleaseTakeCard = (
  { called, owner }: Handing,
  by: string,
  facts: readonly CardBlock[],
  buttons: readonly Button[],
): Card =>
  card(
    `${called}: can you take it on?`,
    [
      text(
        `${by} asks you to take this on. It stays with ${owner} until you say "I have it". If it is not yours, say so.`,
      ),
      ...facts,
    ],
    buttons,
  )

/** For an owner, in whose place somebody else has handed it over. */
export const handedForYouCard = ({ called, to }: Handing, by: string, buttons: readonly Button[]): Card =>
  card(
    `${called}: handed to ${to}`,
    [text(`${by} has handed it over. It stays with you until ${to} says "I have it".`)],
    buttons,
  )

export const pleaseAnswerCard = ({ called, owner, on }: Handing, buttons: readonly Button[]): Card =>
  card(
    `${called}: can you take it on? Please answer`,
    [text(`You were asked on ${inWords(on)}. It stays with ${owner} until you say "I have it".`)],
    buttons,
  )

/** For its owner, and for the lead. */
export const notAcceptedCard = ({ called, owner, to, on }: Handing, buttons: readonly Button[]): Card =>
  card(
    `${called}: not accepted yet`,
    [
      text(
        `It was handed to ${to} on ${inWords(on)}, who has not said "I have it". It stays with ${owner} until then.`,
      ),
    ],
    buttons,
  )

export const acceptedCard = ({ called, to }: Handing): Card =>
  card(`${called}: ${to} has it now`, [text('They have said "I have it". You will get no more reminders about it.')])

export const declinedCard = ({ called, to, owner }: Handing, buttons: readonly Button[]): Card =>
  card(`${called}: ${to} says that it is not theirs`, [text(`It is still with ${owner}.`)], buttons)

export const takerLeftCard = ({ called, to, owner }: Handing, buttons: readonly Button[]): Card =>
  card(`${called}: it is still with ${owner}`, [text(`${to} was asked to take it on, and has left.`)], buttons)

export const takenBackCard = ({ called, owner }: Handing): Card =>
  card(`${called}: you are no longer asked to take it on`, [text(`It stays with ${owner}.`)])

/** Its owner has changed without anybody saying "I have it": a return names another social worker, or somebody has left. */
export const overtakenCard = (called: string, owner: string): Card =>
  card(`${called}: you are no longer asked to take it on`, [text(`It has gone to ${owner} meanwhile.`)])
