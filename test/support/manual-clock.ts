import type { Clock } from '../../src/ports/clock.ts'

export type ManualClock = Clock & { moveTo(at: Date): void; pass(ms: number): void }

/** Stands still until it is moved. */
export function manualClock(start: string): ManualClock {
  let now = new Date(start)
  return {
    now: () => now,
    moveTo: (at) => void (now = at),
    pass: (ms) => void (now = new Date(now.getTime() + ms)),
  }
}
