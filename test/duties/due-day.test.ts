import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { dueDay } from '../../src/duties/due-day.ts'

const care = (careFrom: string, ...reviews: string[]) => ({
  careFrom: asDay(careFrom),
  reviewsHeld: reviews.map(asDay),
})

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
      '20 working days and 3 months after care began on Saturday 22 August 2026, as no review has been held',
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
    expect(dueDay('permanence-plan', given)).toEqual({ due, because })
  })
})

describe('a first health assessment is due 20 working days after care began', () => {
  it.each([
    ['a Monday in September', '2026-09-07', '2026-10-05'],
    ['a Saturday', '2026-08-22', '2026-09-21'],
    ['before Christmas', '2026-12-14', '2027-01-14'],
  ])('on %s', (_, careFrom, due) => {
    expect(dueDay('health-assessment', care(careFrom)).due).toBe(due)
  })
})
