/** How late something is: counted while people can picture it, and by its date where a count says nothing. */
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { overdueInWords, sinceFirstDate } from '../../src/calendar/overdue.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'

const calendar = workingCalendar([])

it.each([
  ['the next working day', '2026-09-07', '2026-09-08', 'overdue by 1 working day'],
  ['over a weekend', '2026-09-04', '2026-09-08', 'overdue by 2 working days'],
  ['for twenty working days', '2026-09-07', '2026-10-05', 'overdue by 20 working days'],
  ['for twenty-one', '2026-09-07', '2026-10-06', 'overdue since Monday 7 September 2026'],
  ['on the weekend after it', '2026-09-04', '2026-09-06', 'overdue since Friday 4 September 2026'],
])('%s', (_, due, today, words) => {
  expect(overdueInWords(asDay(due), asDay(today), calendar)).toBe(words)
})

it.each([
  ['on that day', '2026-09-07', '2026-09-07', undefined],
  ['before it', '2026-09-07', '2026-09-04', undefined],
  ['the next working day', '2026-09-07', '2026-09-08', '1 working day after its first date'],
  ['twenty working days later', '2026-09-07', '2026-10-05', '20 working days after its first date'],
  ['twenty-one', '2026-09-07', '2026-10-06', 'first due Monday 7 September 2026'],
])('since its first date, %s', (_, firstDue, today, words) => {
  expect(sinceFirstDate(asDay(firstDue), asDay(today), calendar)).toBe(words)
})
