/** An identifier that a spreadsheet took for a number. */
import { describe, expect, it } from 'vitest'
import { isRoundedNumber, likeIdentifiers } from '../../src/children/like-identifier.ts'

describe('the same number written another way', () => {
  it.each([
    ['1001', '001001'],
    ['001001', '1001'],
    ['1001.0', '1001'],
    ['1001.0', '001001'],
    ['001001', '01001'],
    ['0', '00'],
    ['12345678901', '012345678901'],
  ])('%s may be %s', (one, other) => expect(likeIdentifiers(one)).toContain(other))

  it.each(['LK104', '10-01', '1001/2', '1001.5', '4E12', ''])('%j is like no other', (one) =>
    expect(likeIdentifiers(one)).toEqual([]),
  )

  it('is never the identifier itself, nor longer than one that an authority pads', () => {
    expect(likeIdentifiers('001001')).not.toContain('001001')
    expect(Math.max(...likeIdentifiers('7').map(({ length }) => length))).toBe(12)
    expect(likeIdentifiers('1234567890123')).toEqual([])
  })
})

it.each([
  ['1.23E+11', true],
  ['1,23E+11', true],
  ['1.23e11', true],
  [' 9.4 E+9', true],
  ['123E11', false],
  ['E11', false],
  ['1.23', false],
])('%j has lost its digits: %s', (written, lost) => expect(isRoundedNumber(written)).toBe(lost))
