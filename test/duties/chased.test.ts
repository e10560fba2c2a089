import { expect, it } from 'vitest'
import { chasedWhile } from '../../src/actions/action.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { Care } from '../../src/children/child.ts'
import { chasedFor } from '../../src/duties/duty.ts'

const confirmedAt = new Date('2026-09-07T09:30:00Z')
const inCareFrom = (day: string): Care => ({ scope: 'in', careFrom: asDay(day), legalStatus: 'C2' })

it.each<[string, Care, Date | undefined, boolean]>([
  ['in this period of care and confirmed', inCareFrom('2026-03-02'), confirmedAt, true],
  ['not confirmed by the social worker of today', inCareFrom('2026-03-02'), undefined, false],
  ['in a later period of care', inCareFrom('2026-08-03'), confirmedAt, false],
  ['whose care has ended', { scope: 'ended' }, confirmedAt, false],
  ['who is of age', { scope: 'of-age' }, confirmedAt, false],
])('a duty of a child %s', (_, care, confirmed, chased) => {
  expect(chasedFor(asDay('2026-03-02'), { ...care, ...(confirmed && { confirmedAt: confirmed }) })).toBe(chased)
})

it('an action is chased until its case is closed', () => {
  expect((['following-up', 'closed'] as const).map(chasedWhile)).toEqual([true, false])
})
