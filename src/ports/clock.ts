/** What time it is. */
export type Clock = { now(): Date }
