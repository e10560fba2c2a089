/** Nobody is given what they must judge: who may own, chair, take over and answer, in a partnership with many deputies. */
import { describe, expect, it } from 'vitest'
import { judgesOptions, ownerFrom } from '../../src/actions/kind.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { Case } from '../../src/cases/case.ts'
import type { HeldAs } from '../../src/handovers/asks.ts'
import type { Held } from '../../src/handovers/held.ts'
import { mayHold, stillFits } from '../../src/handovers/may-hold.ts'
import { ActionId, PersonId, type DutyId } from '../../src/ids.ts'
import { whoMayChair } from '../../src/parts/judges.ts'
import { rolesOf } from '../../src/parts/may.ts'
import { partsOf } from '../../src/parts/parts-of.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { staffed, withRoles } from '../support/leaving.ts'

const id = (of: string) => PersonId.parse(of)
const deputies: Readonly<Record<string, string>> = { iro: 'practitioner', 'social-worker': 'iro' }
const partnership: Partnership = {
  ...staffed,
  people: staffed.people.map((one) => {
    const deputy = deputies[one.id]
    return deputy ? { ...one, deputy: id(deputy) } : one
  }),
}
const judging = { iro: id('iro'), chair: id('chair') }
const stuck = { asked: [], socialWorker: id('social-worker'), ...judging } as unknown as Case
const held = (part: HeldAs, holder = 'social-worker'): Held => ({
  ...{ part, thing: 'thing', ref: 'K7M-2QD', holder: id(holder), case: stuck, duty: 'permanence-plan' },
  ...judging,
})
const may = (one: Held, file = partnership) => mayHold(file, one).map((person): string => person.id)

describe.each(['action', 'duty', 'child-social-worker', 'case-social-worker'] as const)('%s', (part) => {
  const file = ['iro', 'chair', 'practitioner'].reduce(
    (all, one) => withRoles(all, one, 'iro', 'chair', 'social-worker'),
    partnership,
  )

  it('goes neither to the IRO nor to the chair, nor to a deputy of one of them', () => {
    expect(may(held(part), file)).toContain('deputy-social-worker')
    for (const one of ['iro', 'chair', 'practitioner']) expect(may(held(part), file)).not.toContain(one)
  })

  it('needs somebody else where its holder has come to judge it', () => {
    expect(stillFits(file, held(part, 'deputy-social-worker'))).toBe(true)
    expect(stillFits(file, held(part, 'iro'))).toBe(false)
  })
})

it('an action of the three kinds can be theirs', () => {
  const seeing: Held = { ...held('action'), kind: 'see-child' }
  expect(may(seeing)).toEqual(expect.arrayContaining(['iro', 'chair', 'practitioner']))
  expect(stillFits(partnership, { ...seeing, holder: id('iro') })).toBe(true)
})

it.each(['child-iro', 'case-iro', 'case-chair'] as const)(
  '%s goes to nobody who owns what they would judge',
  (part) => {
    const successor = part === 'case-chair' ? 'other-chair' : 'other-iro'
    const one = held(part, part === 'case-chair' ? 'chair' : 'iro')
    expect(may(one)).toContain(successor)
    expect(may({ ...one, owners: [id(successor)] })).not.toContain(successor)
  },
)

it('nobody chairs who is the IRO, stands in for the IRO, or has the IRO standing in for them', () => {
  const chairs = ['iro', 'practitioner', 'other-chair'].reduce((all, one) => withRoles(all, one, 'chair'), partnership)
  const named = (file: Partnership) => whoMayChair(file, stuck).map((person): string => person.id)
  expect(named(chairs)).toEqual(['chair', 'other-chair'])

  const people = chairs.people.map((one) => (one.id === 'other-chair' ? { ...one, deputy: id('iro') } : one))
  expect(named({ ...chairs, people })).toEqual(['chair'])
})

it('the IRO who is a deputy of its owner answers for neither a duty nor an action', () => {
  const today = { partnership, day: asDay('2026-09-07'), away: new Set([id('social-worker')]) }
  const duty = { id: 'duty' as DutyId, owner: id('social-worker'), socialWorker: id('social-worker'), ...judging }
  const action = { id: ActionId.parse('00000000-0000-4000-8000-000000000000'), owner: id('social-worker'), ...judging }
  for (const stored of [{ duty }, { action }]) expect(rolesOf(partsOf(stored, today), id('iro'))).toEqual(['iro'])
})

describe('the options of who does it', () => {
  it('say for the longest name which of the three it is', () => {
    const labels = judgesOptions(id('iro'), 'N'.repeat(60)).map(({ label }) => label as string)
    expect(labels.map((label) => label.replace(/^N+…?: /, ''))).toEqual([
      ...['Call an early review', 'Raise a challenge', 'See the child'],
    ])
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(75)
  })

  it('are read as they were offered', () => {
    expect(ownerFrom('see-child iro')).toEqual({ owner: 'iro', kind: 'see-child' })
    expect(ownerFrom('health-lead')).toEqual({ owner: 'health-lead' })
  })
})
