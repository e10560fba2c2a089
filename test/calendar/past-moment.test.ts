import { describe, expect, it } from 'vitest'
import { readPastMoment } from '../../src/calendar/past-moment.ts'

/** Monday 7 September 2026, 22:55 by the clocks of England. */
const evening = new Date('2026-09-07T21:55:00Z')
const read = (words: string, now = evening) => readPastMoment(words, now)?.toISOString()

describe('a time that has passed', () => {
  it.each([
    ['21:50', '2026-09-07T20:50:00.000Z'],
    ['at 21:50', '2026-09-07T20:50:00.000Z'],
    ['21.50', '2026-09-07T20:50:00.000Z'],
    ['21h50', '2026-09-07T20:50:00.000Z'],
    ['2150', '2026-09-07T20:50:00.000Z'],
    ['9.50pm', '2026-09-07T20:50:00.000Z'],
    ['9pm', '2026-09-07T20:00:00.000Z'],
    ['today at 21:50', '2026-09-07T20:50:00.000Z'],
    ['yesterday at 9pm', '2026-09-06T20:00:00.000Z'],
    ['7/9/2026 21:50', '2026-09-07T20:50:00.000Z'],
    ['07.09.2026 21:50', '2026-09-07T20:50:00.000Z'],
    ['2026-09-07 21:50', '2026-09-07T20:50:00.000Z'],
    ['7 September at 21:50', '2026-09-07T20:50:00.000Z'],
    ['Monday at 10:00', '2026-09-07T09:00:00.000Z'],
    ['now', '2026-09-07T21:55:00.000Z'],
    ['ten minutes ago', '2026-09-07T21:45:00.000Z'],
  ])('is %s', (words, at) => {
    expect(read(words)).toBe(at)
  })

  it('is the last one, where it is a time alone', () => {
    expect(read('23:50', new Date('2026-09-07T23:10:00Z'))).toBe('2026-09-07T22:50:00.000Z')
    expect(read('23:50')).toBe('2026-09-06T22:50:00.000Z')
  })

  it('is now, where it was rounded up', () => {
    expect(read('23:00')).toBe('2026-09-07T21:55:00.000Z')
  })

  it('is by the clocks of England, in winter and in summer', () => {
    expect(read('1 December 2025 at 10:00')).toBe('2025-12-01T10:00:00.000Z')
    expect(read('10:00', new Date('2026-10-25T15:00:00Z'))).toBe('2026-10-25T10:00:00.000Z')
    expect(read('yesterday at 10:00', new Date('2026-10-25T15:00:00Z'))).toBe('2026-10-24T09:00:00.000Z')
  })

  it.each([
    'today',
    'last night',
    'this morning',
    'at 7',
    'the duty team',
    'tomorrow at 9am',
    '8/9/2026 10:00',
    '7/9/2024 10:00',
    '21:50 and 22:10',
    'between 21:00 and 22:00',
    '25:70',
    '',
  ])('is not %j', (words) => {
    expect(read(words)).toBeUndefined()
  })
})
