/** What a person needs for something: words to read, words to type, presses; and how long that takes. */

export type Effort = {
  readonly read: number
  readonly typed: number
  /** Of a mouse button or a key that types nothing: two to choose from a list, one for everything else. */
  readonly presses: number
  /** A field that is filled in or a button that is pressed, however many presses that takes. */
  readonly interactions: number
}

export type Goal = { readonly seconds: number; readonly interactions?: number }

/** A minute. */
const [wordsRead, wordsTyped] = [200, 40]
const secondsAPress = 1.5

export const nothing: Effort = { read: 0, typed: 0, presses: 0, interactions: 0 }

export const reading = (read: number): Effort => ({ ...nothing, read })
export const pressing: Effort = { ...nothing, presses: 1, interactions: 1 }
export const choosing: Effort = { ...nothing, presses: 2, interactions: 1 }
/** Somebody goes to a field, and types. */
export const typing = (words: string): Effort => ({ ...pressing, typed: wordsIn(words) })

export const together = (efforts: readonly Effort[]): Effort =>
  efforts.reduce(
    (all, one) => ({
      read: all.read + one.read,
      typed: all.typed + one.typed,
      presses: all.presses + one.presses,
      interactions: all.interactions + one.interactions,
    }),
    nothing,
  )

export const secondsFor = ({ read, typed, presses }: Effort): number =>
  (read / wordsRead) * 60 + (typed / wordsTyped) * 60 + presses * secondsAPress

export const meets = (effort: Effort, goal: Goal): boolean =>
  secondsFor(effort) <= goal.seconds && effort.interactions <= (goal.interactions ?? Infinity)

/** What stands between spaces and has a letter or a digit: a dash or a bullet is not read. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length

const columns = ['read', 'typed', 'presses', 'interactions', 'goal', 'seconds', 'goal', ''] as const

export type Measured = { readonly name: string; readonly effort: Effort; readonly goal: Goal }

/** A line for each, under a heading. */
export function tableOf(all: readonly Measured[]): readonly string[] {
  const rows = all.map(({ name, effort, goal }) => [
    name,
    ...[effort.read, effort.typed, effort.presses, effort.interactions].map(String),
    String(goal.interactions ?? '-'),
    secondsFor(effort).toFixed(0),
    String(goal.seconds),
    meets(effort, goal) ? 'met' : 'missed',
  ])
  const table = [['', ...columns], ...rows]
  const widths = ['', ...columns].map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)))
  return table.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
