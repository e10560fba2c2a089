/** The ways in which time can be moved. Days and weeks keep the time of day, whatever the clocks of England do. */
import { hourMs } from '../../src/calendar/durations.ts'
import { timeInWords } from '../../src/calendar/in-words.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { addDays } from '../../src/calendar/months.ts'

type Later = { readonly label: string; readonly from: string; readonly to: string }

export function laterThan(now: Date): readonly Later[] {
  const sameTime = (days: number) => instantOf(addDays(dayOf(now), days), timeInWords(now))
  const way = (label: string, to: Date) => ({ label, from: now.toISOString(), to: to.toISOString() })
  return [
    way('An hour later', new Date(now.getTime() + hourMs)),
    way('A day later', sameTime(1)),
    way('A week later', sameTime(7)),
  ]
}
