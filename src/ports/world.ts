/** What a use case is given besides its transaction: the time, read once, and the partnership as it stands. */
import type { Partnership } from '../partnership/partnership.ts'

export type World<Needs> = {
  readonly tx: Needs
  /** The instant at which this use case happens; read from the clock once. */
  readonly now: Date
  readonly partnership: Partnership
  /** A new random id (UUID). */
  newId(): string
}
