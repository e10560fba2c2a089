/** The clock of a real partnership: the machine's own. */
import type { Clock } from '../../src/ports/clock.ts'

export const realClock: Clock = { now: () => new Date() }
