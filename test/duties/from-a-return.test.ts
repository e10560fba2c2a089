/**
 * From the rows of a return to the day that is due. The children are three of the fabricated SSDA903 return that Social Finance
 * publishes for testing under the MIT licence (copyright Social Finance).
 */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { careAsOf, type Episode } from '../../src/children/care-as-of.ts'
import type { InCare } from '../../src/children/child.ts'
import type { LegalStatus } from '../../src/children/legal-status.ts'
import { dueDay } from '../../src/duties/due-day.ts'

const asOf = asDay('2019-03-31')

/** `2016-02-15 C2 2017-08-14`: first day, legal status, last day; none of them starts care. */
function midway(...rows: readonly string[]): readonly Episode[] {
  return rows.map((row, index) => {
    const [from = '', legalStatus, to] = row.split(' ')
    const rest = { legalStatus: legalStatus as LegalStatus, startsCare: false, leavesCare: false }
    return { row: index + 2, from: asDay(from), ...(to && { to: asDay(to) }), ...rest }
  })
}

function inCare(episodes: readonly Episode[]): InCare {
  const { care } = careAsOf(asOf, episodes, false)
  if (care.scope !== 'in') throw new Error(care.scope)
  return care
}

describe('a child whose return begins midway', () => {
  const care = inCare(midway('2016-02-15 C2 2017-08-14', '2017-08-14 C2'))
  const reviewsHeld = ['2017-08-30', '2018-07-29', '2018-10-08'].map(asDay)

  it('has nothing due before somebody says when care began', () => {
    expect(dueDay('permanence-plan', { ...care, reviewsHeld })).toBeUndefined()
  })

  it('has a permanence plan due four months after that, whatever was held later', () => {
    const began = { said: asDay('2016-02-15') }
    expect(dueDay('permanence-plan', { ...care, began, reviewsHeld })?.due).toBe('2016-06-14')
  })
})

it('a child in care since November 2015 has a health assessment due after Christmas Day and its substitute', () => {
  const care = inCare(midway('2015-11-27 C2 2017-07-08', '2017-07-08 C2'))
  const began = { said: asDay('2015-11-27') }
  const reviewsHeld = ['2017-08-06', '2017-09-05', '2018-05-05'].map(asDay)

  expect(dueDay('health-assessment', { ...care, began, reviewsHeld })?.due).toBe('2015-12-29')
})

it('a child who had short breaks has everything counted from the first day that was none', () => {
  const care = inCare(midway('2016-04-07 V3 2018-01-22', '2018-01-22 C1'))

  expect(care).toMatchObject({ careFrom: '2018-01-22', began: { returned: '2018-01-22' } })
  expect(dueDay('health-assessment', { ...care, reviewsHeld: [] })?.due).toBe('2018-02-19')
})
