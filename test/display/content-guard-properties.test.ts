/** What the guard finds wherever it stands in a text, and what it never does, for texts that nobody thought of. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { guard, type Finding } from '../../src/display/content-guard.ts'
import { Typed } from '../../src/display/typed.ts'

const about = { identifiers: [new Typed('Kayleigh Marsden')], today: asDay('2026-10-01') }
const found = (text: string): readonly Finding[] => guard(new Typed(text), about)

const plain = fc.array(fc.constantFrom('the', 'panel', 'meets', 'again', 'with', 'carers', 'and', 'school'), {
  maxLength: 6,
})
const casing = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
)

it.each<readonly [kind: Finding, shapes: readonly string[]]>([
  ['nhs-number', ['943 476 5919', '9434765919', '943-476-5919']],
  ['upn', ['H801200001001']],
  ['postcode', ['YO10 5DD', 'LS1 4AP']],
  ['email-address', ['somebody@example.org']],
  ['national-insurance-number', ['JG 12 34 56 C', 'AB123456C']],
  ['name-of-the-child', ['Kayleigh', 'Marsden']],
])('finds %s between any words, however it is written', (kind, shapes) => {
  fc.assert(
    fc.property(
      plain,
      fc.constantFrom(...shapes),
      plain,
      casing,
      fc.constantFrom(' ', '\n', ' (', '. '),
      (before, shape, after, as, gap) => {
        expect(found([...before, ''].join(' ') + gap + as(shape) + gap + after.join(' '))).toContain(kind)
      },
    ),
  )
})

it('answers to any text, each kind at most once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const kinds = found(text)
      expect(new Set(kinds).size).toBe(kinds.length)
    }),
  )
})

it('finds nothing in plain words and small numbers', () => {
  fc.assert(
    fc.property(plain, fc.integer({ min: 0, max: 99 }), plain, (before, number, after) => {
      expect(found([...before, number, ...after].join(' '))).toEqual([])
    }),
  )
})
