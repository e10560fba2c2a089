import { describe, expect, it } from 'vitest'
import { Policies, repeatInWords } from '../../src/partnership/policies.ts'

describe('policies that were kept before others were added', () => {
  it('read with the defaults of those', () => {
    const kept = { inputWorkingDays: 7, inputReminderWorkingDays: 3, meetingMinutes: 60 }
    const read = Policies.parse({ ...kept, ladder: { coming: -3, due: 0, overdue: 1, iro: 4 } })

    expect(read).toEqual({
      ...kept,
      unconfirmedWorkingDays: 2,
      meetingNoticeWorkingDays: 3,
      meetingTimes: ['10:00', '14:00', '10:00'],
      chairReminderWorkingDays: 2,
      ladder: { coming: -3, due: 0, overdue: 1, iro: 4, repeat: 5 },
      riskRepeatMinutes: 30,
    })
  })

  it('read as a ladder alone, as a duty and an action keep it', () => {
    expect(Policies.shape.ladder.parse({ coming: -5, due: 0, overdue: 2, iro: 10 }).repeat).toBe(5)
  })
})

it.each([
  [1, 'every working day'],
  [5, 'every week'],
  [10, 'every 10 working days'],
])('says how often the IRO is reminded: %s', (repeat, words) => {
  expect(repeatInWords({ ...Policies.parse({}).ladder, repeat })).toBe(words)
})
