/** Numbers of the partnership's file can be called from where they stand; nothing else becomes a link. */
import { describe, expect, it } from 'vitest'
import { withNumbers } from '../../adapters/web/phone-numbers.ts'
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import { demonstration } from '../support/builders.ts'

const dialled = (line: string) => withNumbers(line).flatMap(({ tel }) => tel ?? [])

describe('a line of the partnership’s file', () => {
  it('has its number called, and stays as it is written', () => {
    expect(urgentLines(demonstration.urgent).map(dialled)).toEqual([
      ['999'],
      ['01632960101'],
      ['01632960102'],
      ['01632960103'],
    ])
    for (const line of urgentLines(demonstration.urgent))
      expect(
        withNumbers(line)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line)
  })

  it.each([
    ['Call (01632) 960 101 or +44 1632 960102.', ['01632960101', '+441632960102']],
    ['Police: 101. NHS: 111. Emergency: 999.', ['101', '111', '999']],
    ['From 9am to 5pm, 7 days, room 1999.', []],
  ])('%s', (line, numbers) => {
    expect(dialled(line)).toEqual(numbers)
  })
})
