/** What people read of a duty, and between which days it may have been recorded. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { dutyStandsAt } from '../../src/duties/duty.card.ts'
import type { Duty } from '../../src/duties/duty.ts'
import { recordFields } from '../../src/duties/record-duty.form.ts'
import { demonstration } from '../support/builders.ts'

it.each([
  ['before its day', '2026-09-04', 'due Monday 7 September 2026'],
  ['on its day', '2026-09-07', 'due today'],
  ['after it', '2026-09-08', 'overdue by 1 working day'],
])('%s', (_, today, words) => {
  const duty = { due: asDay('2026-09-07') } as Duty
  expect(dutyStandsAt(duty, asDay(today), workingCalendar([]))).toBe(words)
})

describe('between the beginning of care and today', () => {
  it.each([
    ['permanence-plan', '2026-03-02'],
    ['health-assessment', '2025-12-02'], // an assessment of the three months before care counts
  ] as const)('a %s may be recorded from its own first day on', (kind, earliest) => {
    const { on } = recordFields(demonstration, { kind, careFrom: asDay('2026-03-02') }, asDay('2026-09-07'))
    expect(on).toMatchObject({ earliest, latest: '2026-09-07' })
  })
})
