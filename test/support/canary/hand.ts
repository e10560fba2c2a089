/** Somebody at a chat or a browser who writes a canary into every free-text field that they are shown. */
import { setTimeout as pause } from 'node:timers/promises'
import { moreToAnswer } from '../../../src/display/follow-ups.ts'
import { wordsOf, type Aviary } from './canaries.ts'

export type FieldOnScreen = {
  readonly name: string
  readonly kind: 'words' | 'choice' | 'choices' | 'day'
  /** Characters that fit; Slack's own limit where none is said. */
  readonly max: number
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** By name of the field: words, a day, or the values of options. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

export type Hand = {
  readonly name: string
  /** Types a command, or words that are none. */
  types(words: string): Promise<void>
  /** Presses a button of the newest message whose title has these words, waiting for the message. */
  presses(title: string, button: string | RegExp): Promise<void>
  /** Presses a button of what is open or was just shown: the first that says so. */
  goesOn(button: string): Promise<void>
  /** Gives these answers in the open form without sending it; what follows from them is asked then. */
  answers(given: Filled): Promise<void>
  fields(): readonly FieldOnScreen[]
  /** Sends the open form; what is not named keeps what it holds. */
  sends(filled: Filled): Promise<void>
  /** What is before this person now. */
  sees(): string
}

export type Sending = {
  /** For the report: which form, and how it is sent. */
  readonly as: string
  readonly given: Filled
  /** Fields whose words are left as they are. */
  readonly left?: (name: string) => boolean
  /** What this person must see afterwards. */
  readonly then: string
}

const comesBack = ['Not saved yet', moreToAnswer]
/** As often as a person would. */
const tries = 5
const pauseMs = 1000

/**
 * Fills every free-text field that is not given with a canary of its own, sends, and looks what came of it. A form that came
 * back because the machine was busy, or with questions that had not been drawn yet, is answered and sent again.
 */
export async function plantAndSend(hand: Hand, aviary: Aviary, { as, given, left, then }: Sending): Promise<void> {
  const planted = new Map<string, string>()
  for (let attempt = 0; attempt < tries; attempt += 1) {
    await hand.answers(given)
    for (const { name, kind, max } of hand.fields())
      if (kind === 'words' && given[name] === undefined && left?.(name) !== true && !planted.has(name))
        planted.set(name, wordsOf(aviary.plant(`${as}: ${name}`), max))
    await hand.sends({ ...Object.fromEntries(planted), ...given })
    if (hand.sees().includes(then)) return
    if (!comesBack.some((words) => hand.sees().includes(words))) break
    await pause(pauseMs)
  }
  throw new Error(`${hand.name}, ${as}: no "${then}" in\n${hand.sees()}`)
}
