import type { Clock } from '../../src/ports/clock.ts'

export const realClock: Clock = { now: () => new Date() }
