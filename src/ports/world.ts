/** What a use case is given together with the ask: its transaction, the time read once, and the partnership as it stands. */
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Partnership } from '../partnership/partnership.ts'

export type World<Needs> = {
  readonly tx: Needs
  /** The instant at which this use case happens; read from the clock once. */
  readonly now: Date
  readonly partnership: Partnership
  /** The days on which this partnership works. */
  readonly calendar: WorkingCalendar
  /** A new random id (UUID). */
  readonly newId: () => string
}
