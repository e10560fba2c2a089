/** How much one return may change before somebody has said that they expect it. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import type { Began, Care } from '../../src/children/child.ts'
import type { ChildState } from '../../src/children/merge-child.ts'
import { changeOf, isTooMuch } from '../../src/children/mass-change.ts'

it.each([
  [{ left: 4, added: 0, dated: 0 }, 10, false],
  [{ left: 5, added: 0, dated: 0 }, 10, true],
  [{ left: 2, added: 2, dated: 1 }, 10, true],
  [{ left: 5, added: 0, dated: 0 }, 250, false],
  [{ left: 6, added: 0, dated: 0 }, 250, true],
  [{ left: 0, added: 500, dated: 0 }, 0, false],
])('%j of %i children is too much: %s', (change, inCare, is) => expect(isTooMuch(change, inCare)).toBe(is))

describe('what a child adds', () => {
  const inCare = (careFrom: string, ...reviews: string[]): ChildState => ({
    care: { scope: 'in', careFrom: asDay(careFrom), legalStatus: 'C2', began: { returned: asDay(careFrom) } },
    reviews: reviews.map(asDay),
  })
  const began = (began: Began): Care => ({ scope: 'in', careFrom: asDay('2025-02-01'), legalStatus: 'C2', began })
  const ended: ChildState = { care: { scope: 'ended' }, reviews: [] }
  const before = inCare('2025-02-01', '2025-01-01', '2025-03-01', '2025-06-01', '2025-12-01')

  it.each<[string, ChildState, ChildState | undefined, ReturnType<typeof changeOf>]>([
    ['leaves', ended, before, 'left'],
    ['is new', before, undefined, 'added'],
    ['comes into scope', before, ended, 'added'],
    ['is new, and out of scope', ended, undefined, undefined],
    ['was out of scope, and is', ended, ended, undefined],
    ['is as before', before, before, undefined],
    ['has another start', inCare('2025-02-02', ...before.reviews), before, 'dated'],
    ['is asked when care began', { ...before, care: began({}) }, before, undefined],
    ['is known to have begun care then', before, { ...before, care: began({}) }, undefined],
    [
      'had begun care earlier, by a return',
      { ...before, care: began({ returned: asDay('2024-11-04') }) },
      before,
      'dated',
    ],
    [
      'has another first review',
      inCare('2025-02-01', '2025-01-01', '2025-02-20', ...before.reviews.slice(1)),
      before,
      'dated',
    ],
    ['has one review more', inCare('2025-02-01', ...before.reviews, '2026-05-01'), before, undefined],
    [
      'has its second review now',
      inCare('2025-02-01', '2025-03-01', '2025-06-01'),
      inCare('2025-02-01', '2025-03-01'),
      undefined,
    ],
    ['has another review before this period', inCare('2025-02-01', '2024-12-01', ...before.reviews), before, undefined],
  ])('who %s', (_, after, known, change) => expect(changeOf(after, known)).toBe(change))
})
