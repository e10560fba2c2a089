/** How far ahead a day may lie that somebody gives: what can wait longer than a year is not stuck, or has a wrong year. */
import type { Day } from './day.ts'
import { addDays } from './months.ts'

const days = 365

export const furthestDay = (today: Day): Day => addDays(today, days)
