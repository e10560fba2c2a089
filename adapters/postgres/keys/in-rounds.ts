/** Batch after batch over a table that the product goes on working with. */
import { setTimeout as pause } from 'node:timers/promises'
import type { RekeyWatch } from '../../../src/ports/rekey.ts'

export type Batch = {
  /** Of the last row that was looked at; none: there are no more. */
  readonly last?: string
  readonly changed: number
  /** Rows that cannot be changed, now or later. */
  readonly failed: number
}

export type Rounds = {
  /** One transaction: rows after this id, in the order of ids, but none that somebody else has locked. */
  readonly batch: (after: string | undefined) => Promise<Batch>
  readonly left: () => Promise<number>
}

const betweenMs = 100
/** Half a minute: longer than any press holds a row. Without an end it would run after a process that seals with an old key. */
const rounds = 300

/**
 * Goes through the table until nothing is left: whatever was locked, or was written meanwhile, is met in the next round.
 * Resolves with how many rows are left after all.
 */
export async function inRounds({ batch, left }: Rounds, { progressed, stopped }: RekeyWatch): Promise<number> {
  for (let round = 1; ; round++) {
    let failed = 0
    for (let after: string | undefined; !stopped();) {
      const done = await batch(after)
      if (done.last === undefined) break
      after = done.last
      failed += done.failed
      progressed(done.changed)
    }
    const remaining = await left()
    if (stopped() || remaining <= failed || round === rounds) return remaining
    await pause(betweenMs)
  }
}
