import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { comesOfAge } from '../../src/children/comes-of-age.ts'
import { normalIdentifier } from '../../src/children/identifier.ts'
import { caseReference, referenceFrom } from '../../src/children/reference.ts'

describe('a reference', () => {
  it('has six signs that cannot be mistaken for each other', () => {
    for (let time = 0; time < 1000; time += 1)
      expect(referenceFrom(randomUUID())).toMatch(/^[2346789CDFGHJKMNPQRTWXYZ]{3}-[2346789CDFGHJKMNPQRTWXYZ]{3}$/)
  })

  it('is another for nearly every id', () => {
    const references = new Set(Array.from({ length: 1000 }, () => referenceFrom(randomUUID())))

    expect(references.size).toBeGreaterThan(995)
  })
})

it.each([
  [0, 'K7M-2QD'],
  [1, 'K7M-2QD-2'],
  [11, 'K7M-2QD-12'],
])('of a case after %i others of its child is %s', (before, called) => {
  expect(caseReference('K7M-2QD', before)).toBe(called)
})

describe("the authority's identifier", () => {
  it.each([
    ['as written', '566910', '566910'],
    ['with spaces around and within', ' 566 910 ', '566910'],
    ['in small letters', 'lc-0042a', 'LC-0042A'],
    ['empty', '  ', undefined],
    ['a sentence', 'who; drop table', undefined],
    ['too long', 'A'.repeat(37), undefined],
  ])('%s', (_, written, read) => {
    expect(normalIdentifier(written)).toBe(read)
  })
})

describe('the eighteenth birthday', () => {
  it.each([
    ['2010-05-04', '2028-05-04'],
    ['2008-02-29', '2026-02-28'],
  ])('of somebody born %s is %s', (born, day) => {
    expect(comesOfAge(asDay(born))).toBe(day)
  })
})
