/** What should have happened by now, and when the next thing is to happen. */

/** How many should have gone more than the grace ago and have not. */
export type Late = { readonly messages: number; readonly wakes: number }

export type Due = {
  /** `routineSince`: what is not urgent is late where it was due before this; the grace ago where nothing is said. */
  readonly late: (at: Date, graceMs: number, routineSince?: Date) => Promise<Late>
  /** The earliest wake, or message that may then be sent, later than `after` and not later than `until`. */
  readonly nextMoment: (after: Date, until: Date) => Promise<Date | undefined>
}
