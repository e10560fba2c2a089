/** The clock of the demonstration: it runs as the real one does, and can be moved forward to live through the nudges. */
import type { Clock } from '../../src/ports/clock.ts'
import { realClock } from './real-clock.ts'

export type MovedClock = Clock & {
  /**
   * Moves this clock forward, and keeps the move.
   *
   * @throws RangeError for an instant before its present time: the clock cannot go back
   */
  moveTo(at: Date): Promise<void>
}

/** Where the distance from real time is kept between starts, in milliseconds. */
export type KeptOffset = { load(): Promise<number>; save(offsetMs: number): Promise<void> }

export async function movedClock(kept: KeptOffset, real: Clock = realClock): Promise<MovedClock> {
  let offsetMs = await kept.load()
  const now = () => new Date(real.now().getTime() + offsetMs)
  return {
    now,
    moveTo: async (at) => {
      if (!(at >= now())) throw new RangeError('the clock cannot go back')
      const moved = at.getTime() - real.now().getTime()
      await kept.save(moved)
      offsetMs = moved
    },
  }
}
