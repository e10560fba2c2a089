/** Care ends at eighteen, and with it everything that the clock counts. */
import type { Day } from '../calendar/day.ts'
import { birthday } from '../calendar/months.ts'

const adulthood = 18

export const comesOfAge = (born: Day): Day => birthday(born, adulthood)
