/** A weekday that somebody can choose. */

/** 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5] as const
export type Weekday = (typeof weekdays)[number]

export const weekdayInWords: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
}

/** Of somebody who has not chosen. */
export const usualOverview: Weekday = 1
