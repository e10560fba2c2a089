/** Who else is told of a danger, by the partnership's file: people of the authority, who are there. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { PersonId } from '../../src/ids.ts'
import { asOf } from '../../src/partnership/as-of.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import { demonstration } from '../support/builders.ts'

const yaml = readFileSync(new URL('../../src/partnership/demonstration.yaml', import.meta.url), 'utf8')
const read = (contacts: string) => {
  const file = yaml.replace('urgent:\n', `urgent:\n  contacts: [${contacts}]\n`)
  const found = readPartnership(file, 'file.yaml', { demonstration: true })
  return 'problems' in found ? found.problems.join('\n') : (found.partnership.urgent.contacts ?? [])
}

it('are kept in their order', () => {
  expect(read('team-manager, chair')).toEqual(['team-manager', 'chair'])
})

it('are refused where there is nobody, or somebody who works elsewhere and must not learn which child it is', () => {
  expect(read('nobody-here')).toMatch(/urgent\.contacts.*there is no person nobody-here/s)
  expect(read('police-lead')).toMatch(/urgent\.contacts.*larkshire-council/s)
  expect(read('')).toMatch(/urgent\.contacts/)
})

it('are replaced by the deputy of somebody who has left', () => {
  const people = demonstration.people.map((one) => (one.id === 'social-worker' ? { ...one, ends: '2026-09-01' } : one))
  const urgent = { ...demonstration.urgent, contacts: [PersonId.parse('social-worker')] }

  expect(asOf({ ...demonstration, people, urgent }, asDay('2026-09-07')).urgent.contacts).toEqual([
    'deputy-social-worker',
  ])
})
