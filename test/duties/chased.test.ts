import { expect, it } from 'vitest'
import { chasedWhile } from '../../src/actions/action.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { Care, InCare } from '../../src/children/child.ts'
import { chasedFor } from '../../src/duties/duty.ts'

const inCareFrom = (day: string, given: Partial<InCare> = {}): Care => ({
  ...{ scope: 'in', careFrom: asDay(day), legalStatus: 'C2', began: { returned: asDay(day) } },
  ...given,
})

it.each<[string, Care, boolean]>([
  ['in this period of care', inCareFrom('2026-03-02'), true],
  ['of whom nobody knows when care began', inCareFrom('2026-03-02', { began: {} }), false],
  ['on remand alone', inCareFrom('2026-03-02', { remandAlone: true }), false],
  ['in a later period of care', inCareFrom('2026-08-03'), false],
  ['whose care has ended', { scope: 'ended' }, false],
  ['who is of age', { scope: 'of-age' }, false],
])('a duty of a child %s', (_, care, chased) => {
  expect(chasedFor({ kind: 'permanence-plan', careFrom: asDay('2026-03-02') }, care)).toBe(chased)
})

it('the health assessment of a child on remand alone is chased', () => {
  const care = inCareFrom('2026-03-02', { remandAlone: true })
  expect(chasedFor({ kind: 'health-assessment', careFrom: asDay('2026-03-02') }, care)).toBe(true)
})

it('an action is chased until its case is closed', () => {
  expect((['following-up', 'closed'] as const).map(chasedWhile)).toEqual([true, false])
})
