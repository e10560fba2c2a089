/** Naming a colleague: from a list as long as a platform allows, and by email beyond it. */
import { describe, expect, it } from 'vitest'
import { longestOptionLabel, optionsAtMost } from '../../src/display/form.ts'
import { Typed } from '../../src/display/typed.ts'
import type { PartnershipPerson } from '../../src/partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../../src/people/colleague-field.ts'
import { demonstration } from '../support/builders.ts'

const somebody = demonstration.people[0] as PartnershipPerson
const many = (count: number) => Array.from({ length: count }, () => somebody)
const agency = demonstration.agencies.find(({ id }) => id === somebody.agency)?.name ?? ''

describe('a colleague', () => {
  it('is chosen from a list while it fits, and named by email once it does not', () => {
    expect(colleagueField(demonstration, many(optionsAtMost), 'Who?')).toMatchObject({ field: 'choice' })
    expect(colleagueField(demonstration, many(optionsAtMost + 1), 'Who?')).toMatchObject({
      ...{ field: 'words', label: 'Who? Give their work email address' },
    })
  })

  it.each([
    ['fit', 0, true],
    ['do not', 1, false],
  ])('is named with the agency where both %s', (_, over, isWithAgency) => {
    const name = 'A'.repeat(longestOptionLabel - agency.length - 2 + over)
    const field = colleagueField(demonstration, [{ ...somebody, name }], 'Who?')

    const label = isWithAgency ? `${name}, ${agency}` : name
    expect(field).toMatchObject({ options: [{ value: somebody.id, label }] })
  })

  it('is found by id, or by email however it is typed', () => {
    expect(colleagueFrom([somebody], somebody.id)).toBe(somebody)
    expect(colleagueFrom([somebody], new Typed(` ${somebody.email.toUpperCase()} `))).toBe(somebody)
    expect(colleagueFrom([somebody], new Typed('nobody@demo.example'))).toBeUndefined()
  })
})
