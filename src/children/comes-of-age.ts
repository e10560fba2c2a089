/** Care ends at eighteen, and with it everything that the clock counts. */
import type { Day } from '../calendar/day.ts'
import { birthday } from '../calendar/months.ts'

/** Anybody who has reached eighteen is no child (Children Act 1989, section 105(1)). */
const adulthood = 18

export const comesOfAge = (born: Day): Day => birthday(born, adulthood)
