import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { dueDay as dueDayOf } from '../../src/duties/due-day.ts'
import type { DutyKind } from '../../src/duties/duty.ts'

const care = (careFrom: string, ...reviews: string[]) => ({
  careFrom: asDay(careFrom),
  began: { returned: asDay(careFrom) },
  reviewsHeld: reviews.map(asDay),
})

function dueDay(kind: DutyKind, given: Parameters<typeof dueDayOf>[1]) {
  const due = dueDayOf(kind, given)
  if (!due) throw new Error('nothing is due')
  return due
}

describe('a permanence plan is due', () => {
  it.each([
    [
      'three months after the first review',
      care('2026-06-08', '2026-07-03'),
      '2026-10-03',
      '3 months after the first review on Friday 3 July 2026',
    ],
    [
      'at the second review, if that was held earlier',
      care('2026-06-08', '2026-07-03', '2026-09-18'),
      '2026-09-18',
      'the day of the second review, Friday 18 September 2026',
    ],
    [
      'twenty working days and three months after care began, however late the first review was',
      care('2026-06-08', '2026-08-14'),
      '2026-10-06',
      '20 working days and 3 months after care began on Monday 8 June 2026',
    ],
    [
      'three months after the first review, if the second was held later',
      care('2026-06-08', '2026-07-03', '2026-10-20'),
      '2026-10-03',
      '3 months after the first review on Friday 3 July 2026',
    ],
    [
      'at the second review, whatever came after it',
      care('2026-01-05', '2026-01-30', '2026-04-24', '2026-10-16'),
      '2026-04-24',
      'the day of the second review, Friday 24 April 2026',
    ],
    [
      'without a review, 20 working days and three months after care began',
      care('2026-08-22'),
      '2026-12-21',
      '20 working days and 3 months after care began on Saturday 22 August 2026',
    ],
    [
      'on the last day of a month that is too short',
      care('2026-11-02', '2026-11-30'),
      '2027-02-28',
      '3 months after the first review on Monday 30 November 2026',
    ],
    [
      'on the day itself, be it a Sunday',
      care('2026-07-20', '2026-08-15'),
      '2026-11-15',
      '3 months after the first review on Saturday 15 August 2026',
    ],
  ])('%s', (_, given, due, because) => {
    expect(dueDay('permanence-plan', given)).toMatchObject({ due, because })
  })

  it('counting two reviews within 20 working days as one that was held in two parts, which is doubted', () => {
    const { due, because } = dueDay('permanence-plan', care('2026-01-05', '2026-01-26', '2026-02-23', '2026-04-10'))

    expect(due).toBe('2026-04-10')
    expect(because).toBe(
      'the day of the second review, Friday 10 April 2026. Two reviews within 20 working days are counted as one in two parts',
    )
  })

  it('without that doubt where it changes nothing', () => {
    const { because } = dueDay('permanence-plan', care('2026-01-05', '2026-01-26', '2026-03-23', '2026-03-30'))
    expect(because).toBe('the day of the second review, Monday 23 March 2026')
    const parts = care('2026-01-05', '2026-01-26', '2026-02-03')
    expect(dueDay('health-assessment', parts).because).toBe('the day of the first review, Monday 26 January 2026')
  })

  it('counting them as two from the day after', () => {
    expect(dueDay('permanence-plan', care('2026-01-05', '2026-01-26', '2026-02-24'))).toMatchObject({
      due: '2026-02-24',
      because: 'the day of the second review, Tuesday 24 February 2026',
    })
  })

  it('with the steps in which it was counted, and the bank holidays that were left out', () => {
    expect(dueDay('permanence-plan', care('2026-03-23', '2026-06-15')).steps).toEqual([
      'Care began on Monday 23 March 2026.',
      '20 working days later is Wednesday 22 April 2026, without Friday 3 April 2026 and Monday 6 April 2026.',
      '3 months later is Wednesday 22 July 2026.',
      'Not earlier: Tuesday 15 September 2026, 3 months after the first review on Monday 15 June 2026.',
    ])
  })

  it('provisionally, where nobody knows the bank holidays yet', () => {
    expect(dueDay('permanence-plan', care('2028-11-20')).because).not.toContain('Provisional')
    expect(dueDay('permanence-plan', care('2028-12-11')).because).toBe(
      '20 working days and 3 months after care began on Monday 11 December 2028. Provisional: bank holidays are known until the end of 2028',
    )
  })
})

describe('an initial health assessment is due 20 working days after care began', () => {
  it('or at the first review, where that was held earlier', () => {
    expect(dueDay('health-assessment', care('2026-06-08', '2026-06-26'))).toMatchObject({
      due: '2026-06-26',
      because: 'the day of the first review, Friday 26 June 2026',
    })
    expect(dueDay('health-assessment', care('2026-06-08', '2026-07-10')).due).toBe('2026-07-06')
  })

  it.each([
    ['a Friday, with Christmas Day and its substitute', '2015-11-27', '2015-12-29'],
    ['a Monday in September', '2026-09-07', '2026-10-05'],
    ['a Saturday', '2026-08-22', '2026-09-21'],
    ['before Christmas', '2026-12-14', '2027-01-14'],
  ])('on %s', (_, careFrom, due) => {
    expect(dueDay('health-assessment', care(careFrom)).due).toBe(due)
  })
})

describe('where no return shows when care began', () => {
  const midway = { careFrom: asDay('2016-08-14'), reviewsHeld: [asDay('2016-08-30'), asDay('2017-07-29')] }

  it.each(['permanence-plan', 'health-assessment'] as const)('no %s is due', (kind) => {
    expect(dueDayOf(kind, { ...midway, began: {} })).toBeUndefined()
  })

  it('counts from the day that the social worker gives, and from no review, which is doubted', () => {
    expect(dueDay('permanence-plan', { ...midway, began: { said: asDay('2016-02-15') } })).toMatchObject({
      due: '2016-06-14',
      because:
        '20 working days and 3 months after care began on Monday 15 February 2016. ' +
        'The returns do not show which reviews were the first and the second',
    })
  })

  it('counts from no review also where that would be the earlier day: it may have been the third', () => {
    const reviewsHeld = [asDay('2016-08-30'), asDay('2016-10-15')]
    const care = { ...midway, reviewsHeld, began: { said: asDay('2016-07-01') } }
    expect(dueDay('permanence-plan', care).due).toBe('2016-10-29')
    expect(dueDay('permanence-plan', { ...care, began: { returned: asDay('2016-08-14') } }).due).toBe('2016-10-15')
  })

  it('counts from the reviews where care began on the first day that the return shows', () => {
    const began = { said: midway.careFrom }
    expect(dueDay('permanence-plan', { ...midway, began }).because).toBe(
      '3 months after the first review on Tuesday 30 August 2016',
    )
  })

  it('says where a return has another day, and counts from what the social worker gave', () => {
    const began = { said: asDay('2016-02-15'), returned: asDay('2016-02-22') }
    const { due, because } = dueDay('health-assessment', { ...midway, began })
    expect(due).toBe('2016-03-14')
    expect(because).toContain('A return says that care began on Monday 22 February 2016')
  })

  it('says that it may have begun earlier where nobody was asked yet', () => {
    const began = { returned: midway.careFrom, assumed: true as const }
    expect(dueDay('health-assessment', { ...midway, began }).because).toContain('Care may have begun earlier')
  })
})
