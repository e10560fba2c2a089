/** Lengths of time between instants, in milliseconds. A day of the calendar may be longer or shorter: see `months.ts`. */

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
