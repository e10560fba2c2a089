/** The ways in which time can be moved. Days and weeks keep the time of day, whatever the clocks of England do. */
import { timeInWords } from '../../src/calendar/in-words.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { addDays } from '../../src/calendar/months.ts'

const hourMs = 60 * 60 * 1000

export const ways = ['An hour later', 'A day later', 'A week later'] as const

export type Later = { readonly label: (typeof ways)[number]; readonly from: string; readonly to: string }

export function laterThan(now: Date): readonly Later[] {
  const sameTime = (days: number) => instantOf(addDays(dayOf(now), days), timeInWords(now))
  const targets = [new Date(now.getTime() + hourMs), sameTime(1), sameTime(7)] as const
  return ways.map((label, n) => ({ label, from: now.toISOString(), to: (targets[n] ?? now).toISOString() }))
}
