/** Which buttons answer something: what only opens or changes something waits for nobody. */
import type { Button, Card } from './display/card.ts'
import type { Ask } from './vocabulary.ts'

/** What others wait for, the most pressing first: a danger, what holds up a case, what was handed over, what can be closed. */
const answering = [
  'open-report-concern',
  ...['open-confirm-case', 'end-withdrawn', 'open-match-raising', 'pick-slot', 'open-input'],
  ...['open-summary-draft', 'open-record', 'open-answer-closing', 'open-answer-objection'],
  ...['open-answer-challenge', 'open-move-challenge', 'open-end-challenge'],
  ...['accept-action', 'accept-duty', 'open-first-look', 'open-old-dates', 'open-handovers'],
  ...['open-taking-over', 'open-close-case'],
] as const satisfies readonly Ask['ask'][]

/** What is done by a day: `src/nudges/own-to-do.ts` has it from the things themselves. */
const byADay = ['open-complete-action', 'open-record-duty'] as const satisfies readonly Ask['ask'][]

export const answeringAsks: ReadonlySet<string> = new Set([...answering, ...byADay])

/** 0 is the most pressing; -1: nobody else waits for it. */
export const rankOf = ({ ask }: Button): number => (answering as readonly string[]).indexOf(ask.ask)

export const asksForAnswer = (said: Card): boolean =>
  buttonsIn(said).some(({ button }) => answeringAsks.has(button.ask.ask))

type Said = { readonly says: string; readonly button: Button }

/** Each with what its card says of it: its line, else the title. */
export const waitedFor = (said: Card): readonly Said[] =>
  buttonsIn(said)
    .filter(({ button }) => rankOf(button) >= 0)
    .map(({ says, button }) => ({ says: counted.has(button.ask.ask) ? (says.split(':')[0] ?? says) : says, button }))

/** How many they are stands behind the colon, and may be fewer since. */
const counted: ReadonlySet<string> = new Set([
  'open-first-look',
  'open-old-dates',
  'open-handovers',
] as const satisfies readonly Ask['ask'][])

const buttonsIn = ({ title, body, buttons }: Card): readonly Said[] => [
  ...buttons.map((one) => ({ says: title, button: one })),
  ...body.flatMap((block) => (block.block === 'row' ? [{ says: block.text, button: block.button }] : [])),
]
