/** Who hears what, who hears instead, and who is missing. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { PersonId, type ActionId, type AgencyId, type ChildId, type DutyId } from '../../src/ids.ts'
import { hears } from '../../src/parts/hears.ts'
import { named } from '../../src/parts/named.ts'
import { partsOf } from '../../src/parts/parts-of.ts'
import { stillHears } from '../../src/parts/still-hears.ts'
import type { Stored } from '../../src/parts/stored.ts'
import { demonstration } from '../support/builders.ts'
import { without } from '../support/leaving.ts'

const id = (of: string) => PersonId.parse(of)
const parts = (stored: Stored) => named(stored, demonstration)
const action = { id: 'action' as ActionId, owner: id('health-colleague'), iro: id('iro') }
const heard = ({ to }: { to: readonly { person: string; as: string }[] }) => to.map(({ person, as }) => [person, as])

describe('a rung of the ladder', () => {
  it.each([
    ['coming', [['health-colleague', 'owner']]],
    ['due', [['health-colleague', 'owner']]],
    [
      'overdue',
      [
        ['health-colleague', 'owner'],
        ['health-lead', 'lead'],
      ],
    ],
    [
      'iro',
      [
        ['health-colleague', 'owner'],
        ['health-lead', 'lead'],
        ['iro', 'iro'],
      ],
    ],
  ] as const)('%s is told', (rung, to) => {
    expect(heard(hears(parts({ action }), rung))).toEqual(to)
  })

  it('goes to the coordinator where there is no IRO, and says who is missing', () => {
    const duty = { id: 'duty' as DutyId, owner: id('social-worker') }
    const hearing = hears(parts({ duty }), 'iro')

    expect(heard(hearing)).toEqual([
      ['social-worker', 'owner'],
      ['team-manager', 'lead'],
      ['chair', 'coordinator'],
    ])
    expect(hearing.missing).toEqual(['iro'])
  })

  it('is still sent to the coordinator where the IRO has left', () => {
    const partnership = without(demonstration, 'iro')
    const duty = { id: 'duty' as DutyId, owner: id('social-worker'), iro: id('iro') }
    const today = partsOf({ duty }, { partnership, day: asDay('2026-09-07'), away: new Set() })

    expect(heard(hears(today, 'iro'))).toContainEqual(['chair', 'coordinator'])
    expect(
      stillHears({ partnership, day: asDay('2026-09-07'), away: new Set() }, today, {
        to: id('chair'),
        meantFor: id('chair'),
      }),
    ).toBe(true)
  })

  it('goes to the lead of the agency that agreed where its owner has left, else to the coordinator', () => {
    const gone = { ...action, owner: id('nobody-here') }
    const kept = 'larkshire-nhs-trust' as AgencyId

    expect(heard(hears(parts({ action: { ...gone, agency: kept } }), 'due'))).toEqual([['health-lead', 'lead']])
    expect(heard(hears(parts({ action: gone }), 'due'))).toEqual([['chair', 'coordinator']])
    expect(hears(parts({ action: gone }), 'overdue').missing).toEqual(['owner', 'lead'])
  })

  it('is told once to somebody who is both', () => {
    expect(heard(hears(parts({ action: { ...action, owner: id('health-lead') } }), 'overdue'))).toEqual([
      ['health-lead', 'owner'],
    ])
  })

  it('counts as not heard by whom no message reaches', () => {
    const unreached = new Set([id('iro')])
    const hearing = hears(parts({ action }), 'iro', { unreached })

    expect(heard(hearing).at(-1)).toEqual(['chair', 'coordinator'])
    expect(hearing.missing).toEqual(['iro'])
  })
})

describe('a danger that nobody has reported', () => {
  const child = { id: 'child' as ChildId, socialWorker: id('social-worker'), iro: id('iro') }
  const danger = (of: object, writer: string) => heard(hears(parts({ child: of }), 'danger', { writer: id(writer) }))

  it('is told to those who answer for the child', () => {
    expect(danger(child, 'practitioner')).toEqual([
      ['social-worker', 'social-worker'],
      ['iro', 'iro'],
    ])
  })

  it('is told to the coordinator where nobody answers for the child', () => {
    expect(danger({}, 'practitioner')).toEqual([['chair', 'coordinator']])
  })

  it('is told to nobody more where somebody hears besides its writer', () => {
    expect(danger(child, 'social-worker')).toEqual([
      ['social-worker', 'social-worker'],
      ['iro', 'iro'],
    ])
  })

  it('is not left with its writer: the lead of the authority and the coordinator hear as well', () => {
    const { id: known, socialWorker } = child

    expect(danger({ id: known, socialWorker }, 'social-worker')).toEqual([
      ['social-worker', 'social-worker'],
      ['team-manager', 'lead'],
      ['chair', 'coordinator'],
    ])
    expect(danger({ id: known, socialWorker }, 'practitioner')).toEqual([['social-worker', 'social-worker']])
    expect(danger({}, 'chair')).toEqual([
      ['chair', 'coordinator'],
      ['team-manager', 'lead'],
    ])
  })
})
