/** Rings what is due: a timer in each worker, since a schedule kept in a queue is gone when the queue is emptied. */
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { startPoll } from './poll.ts'

export type WakesParts = {
  /** Rings the earliest wake that is due at `at`; false when none is. One that throws must not come first again. */
  readonly ringNext: (at: Date) => Promise<boolean>
  readonly clock: Clock
  readonly log: Log
  readonly everyMs: number
}

type Wakes = {
  poke(): void
  /** Rings all that is due now, and says how many rang. */
  ringAll(): Promise<number>
  /** Waits for the one in hand. */
  stop(): Promise<void>
}

/** This many failures in a row mean that the database is the problem: leave it until the timer comes round. */
const failuresInARow = 10

export function startWakes({ ringNext, clock, log, everyMs }: WakesParts): Wakes {
  let rung = 0
  let stopping = false
  const rounds = startPoll(ringDue, everyMs)

  async function ringDue(): Promise<void> {
    for (let failures = 0; failures < failuresInARow && !stopping;) {
      try {
        if (!(await ringNext(clock.now()))) return
        rung++
        failures = 0
      } catch (error) {
        log.error('wake-failed', error)
        failures++
      }
    }
  }

  return {
    poke: () => rounds.poke(),
    async ringAll() {
      const before = rung
      await rounds.settled()
      return rung - before
    },
    stop() {
      stopping = true
      return rounds.stop()
    },
  }
}
