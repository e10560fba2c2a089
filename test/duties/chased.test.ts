import { expect, it } from 'vitest'
import { chasedWhile } from '../../src/actions/action.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { Care } from '../../src/children/child.ts'
import { chasedFor } from '../../src/duties/duty.ts'

const inCareFrom = (day: string): Care => ({ scope: 'in', careFrom: asDay(day), legalStatus: 'C2' })

it.each<[string, Care, boolean]>([
  ['in this period of care', inCareFrom('2026-03-02'), true],
  ['in a later period of care', inCareFrom('2026-08-03'), false],
  ['whose care has ended', { scope: 'ended' }, false],
  ['who is of age', { scope: 'of-age' }, false],
])('a duty of a child %s', (_, care, chased) => {
  expect(chasedFor(asDay('2026-03-02'), care)).toBe(chased)
})

it('an action is chased until its case is closed', () => {
  expect((['following-up', 'closed'] as const).map(chasedWhile)).toEqual([true, false])
})
