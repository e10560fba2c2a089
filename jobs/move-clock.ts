/** Moves the clock by living through it: each thing happens at its own time, as it would have in a real week. */
import type { Clock } from '../src/ports/clock.ts'
import type { Due } from '../src/ports/due.ts'

export type MovableClock = Clock & { moveTo(at: Date): void | Promise<void> }

type MoveClockParts = {
  readonly clock: MovableClock
  readonly nextMoment: Due['nextMoment']
  /** Waits until all that is due now has happened. */
  readonly untilQuiet: () => Promise<void>
}

/** The clock runs on while it is asked: what is nearer than this is gone before it can be moved there. */
const aheadMs = 100

/** A time that is past leaves the clock as it is. */
export async function moveThrough(to: Date, { clock, nextMoment, untilQuiet }: MoveClockParts): Promise<void> {
  await untilQuiet()
  for (let now = clock.now(); now < to; now = clock.now()) {
    const next = (await nextMoment(now, to)) ?? to
    await clock.moveTo(new Date(Math.max(next.getTime(), clock.now().getTime() + aheadMs)))
    await untilQuiet()
  }
}
