/** Naming a colleague from a list, in which nobody is taken for somebody else. */
import { describe, expect, it } from 'vitest'
import { longestOptionLabel } from '../../src/display/form.ts'
import { PersonId } from '../../src/ids.ts'
import type { PartnershipPerson } from '../../src/partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../../src/people/colleague-field.ts'
import { demonstration } from '../support/builders.ts'

const somebody = demonstration.people[0] as PartnershipPerson
const agency = demonstration.agencies.find(({ id }) => id === somebody.agency)?.name ?? ''

describe('a colleague', () => {
  it('is told from another of the same name by the address, or by the id where that is too long', () => {
    const [, other] = demonstration.people
    const twin = { ...other, name: somebody.name, agency: somebody.agency } as PartnershipPerson
    const long = { ...twin, id: PersonId.parse('third'), email: `${'a'.repeat(longestOptionLabel)}@demo.example` }
    const field = colleagueField({ ...demonstration, people: [somebody, twin, long] }, [somebody, twin, long], 'Who?')

    expect(field.options.map(({ explanation }) => explanation)).toEqual([somebody.email, twin.email, 'third'])
    expect(new Set(field.options.map(({ label }) => label)).size).toBe(1)
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

  it('is found by id', () => {
    expect(colleagueFrom([somebody], somebody.id)).toBe(somebody)
    expect(() => colleagueFrom([], somebody.id)).toThrow('did not offer')
  })
})
