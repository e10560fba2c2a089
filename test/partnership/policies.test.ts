import { describe, expect, it } from 'vitest'
import { Policies } from '../../src/partnership/policies.ts'

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
      datesCountDays: 31,
      riskRepeatMinutes: 30,
    })
  })

  it('read as a ladder alone, as a duty and an action keep it', () => {
    expect(Policies.shape.ladder.parse({ coming: -5, due: 0, overdue: 2, iro: 10 }).repeat).toBe(5)
  })
})

it.each([
  // policy, default, the least and the most that a partnership may choose
  ['unconfirmedWorkingDays', 2, 1, 10],
  ['inputWorkingDays', 5, 1, 20],
  ['inputReminderWorkingDays', 2, 1, 10],
  ['meetingMinutes', 90, 30, 240],
  ['meetingNoticeWorkingDays', 3, 1, 20],
  ['chairReminderWorkingDays', 2, 1, 10],
  ['datesCountDays', 31, 7, 366],
  ['riskRepeatMinutes', 30, 5, 30],
] as const)('%s is %i, and may be from %i to %i', (policy, usual, least, most) => {
  const takes = (value: number) => Policies.safeParse({ [policy]: value }).success

  expect(Policies.parse({})[policy]).toBe(usual)
  expect([least - 1, least, most, most + 1].map(takes)).toEqual([false, true, true, false])
})

describe('the ladder', () => {
  const takes = (ladder: object) => Policies.safeParse({ ladder }).success

  it('is climbed in its order, whatever a partnership chooses', () => {
    expect(Policies.parse({}).ladder).toEqual({ coming: -5, due: 0, overdue: 2, iro: 10, repeat: 5 })
    expect([{ coming: -1 }, { coming: 0 }].map(takes)).toEqual([true, false])
    expect([{ due: 0 }, { due: 1 }].map(takes)).toEqual([true, false])
    expect([{ overdue: 1 }, { overdue: 0 }].map(takes)).toEqual([true, false])
    expect(
      [
        { overdue: 2, iro: 3 },
        { overdue: 3, iro: 3 },
      ].map(takes),
    ).toEqual([true, false])
    expect([{ repeat: 0 }, { repeat: 1 }, { repeat: 20 }, { repeat: 21 }].map(takes)).toEqual([
      ...[false, true, true, false],
    ])
  })
})
