import { describe, expect, it } from 'vitest'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import { changed } from '../support/testshire.ts'

const withField = (field: string) => readPartnership(changed('{ id: iro,', `{ id: iro, ${field},`), 'partnership.yaml')

describe('a phone number', () => {
  it.each([
    '01632 960123',
    '"01632960123"',
    '(01632) 960123',
    '+44 1632 960123',
    '+44 (0)1632 960123',
    '0044 1632 960123',
    '01632 960123 ext 12',
    '+353 1 234 5678',
  ])('may be %s', (phone) => {
    expect(withField(`phone: ${phone}`)).toMatchObject({
      partnership: { people: [{}, { phone: phone.replaceAll('"', '') }, {}, {}, {}, {}] },
    })
  })

  it.each(['999', '960123', 'ask reception', '01632 96012x', '1632 960123', '01632 960123 960124'])(
    'is not %s',
    (phone) => {
      expect(withField(`phone: ${phone}`)).toEqual({
        problems: [
          expect.stringMatching(/^partnership.yaml line 16, people\.1\.phone: expected a phone number/) as string,
        ],
      })
    },
  )

  it('is asked for in quotation marks where YAML takes it for a number and its first 0 is lost', () => {
    expect(withField('phone: 01632960123')).toEqual({
      problems: [
        'partnership.yaml line 16, people.1.phone: expected a phone number in quotation marks, such as "01632 960123"',
      ],
    })
  })
})

it('a last day is a day that there is', () => {
  expect(withField('ends: 2026-12-04')).toHaveProperty('partnership')
  expect(withField('ends: 4 December')).toEqual({
    problems: ['partnership.yaml line 16, people.1.ends: expected a date such as 2026-12-29'],
  })
})

it.each([
  [
    'lead: nurse',
    'lead: matron',
    'agencies.1.lead: there is no person matron: if they have left, name another lead for Testshire Trust',
  ],
  [
    'deputy: colleague',
    'deputy: sam',
    'people.4.deputy: there is no person sam: if they have left, name another deputy for Hanna Oyelaran, or remove the line',
  ],
  [
    'reportsTo: chair',
    'reportsTo: sam',
    'reportsTo: there is no person sam: if they have left, name somebody else who gets the daily report',
  ],
])('%s: somebody who has left is named with what to do about it', (wrong, right, problem) => {
  expect(readPartnership(changed(wrong, right), 'partnership.yaml')).toMatchObject({
    problems: [expect.stringContaining(problem) as string],
  })
})
