/** Who is what to a thing today, and what it lets them see. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { PersonId, type CaseId, type DutyId, type MeetingId, type RaisingId } from '../../src/ids.ts'
import { may, rolesOf } from '../../src/parts/may.ts'
import { partsOf } from '../../src/parts/parts-of.ts'
import type { Stored, StoredCase } from '../../src/parts/stored.ts'
import { demonstration } from '../support/builders.ts'
import { without } from '../support/leaving.ts'

const id = (of: string) => PersonId.parse(of)
const stuck: StoredCase = {
  id: 'case' as CaseId,
  state: 'asking',
  socialWorker: id('social-worker'),
  iro: id('iro'),
  chair: id('chair'),
  raisers: [id('practitioner')],
  asked: [{ person: id('health-lead') }],
}
const parts = (stored: Stored, ...away: string[]) =>
  partsOf(stored, { partnership: demonstration, day: asDay('2026-09-07'), away: new Set(away.map(id)) })
const roles = (stored: Stored, who: string, ...away: string[]) => rolesOf(parts(stored, ...away), id(who))

describe('a deputy', () => {
  it('acts for the social worker while they are away, and says for whom', () => {
    expect(parts({ case: stuck }, 'social-worker').filter(({ person }) => person === 'deputy-social-worker')).toEqual([
      {
        person: 'deputy-social-worker',
        role: 'social-worker',
        thing: { subject: 'case', id: 'case' },
        through: 'deputy',
        principal: 'social-worker',
      },
    ])
  })

  it('is nobody to themselves: who is there has one part, as who they are', () => {
    const theirs = parts({ case: stuck }).filter(({ role }) => role === 'social-worker')
    expect(theirs.map(({ person, through }) => [person, through])).toEqual([
      ['social-worker', 'themselves'],
      ['deputy-social-worker', 'stands-by'],
      ['team-manager', 'stands-by'],
    ])
  })

  it('of a deputy acts while both are away, in a case as in a duty', () => {
    const duty = { id: 'duty' as DutyId, owner: id('social-worker'), socialWorker: id('social-worker') }
    for (const stored of [{ case: stuck }, { duty }]) {
      expect(roles(stored, 'team-manager', 'social-worker')).not.toContain('social-worker')
      expect(roles(stored, 'team-manager', 'social-worker', 'deputy-social-worker')).toContain('social-worker')
    }
  })

  it('of the chair gives them no part before the confirmation, when any chair may confirm', () => {
    const raised = { case: { ...stuck, state: 'raised' } }

    expect(roles(raised, 'chair')).toEqual(['any-chair', 'coordinator'])
    expect(may(parts(raised), id('chair'), 'confirm-form')).toBe(true)
    expect(may(parts(raised), id('chair'), 'case')).toBe(false)
    expect(may(parts({ case: stuck }), id('chair'), 'case')).toBe(true)
  })
})

describe('a part that is nobody else’s', () => {
  it.each([
    ['raiser', { raising: { id: 'raising' as RaisingId, by: id('social-worker') } }],
    [
      'note-taker',
      {
        case: stuck,
        meeting: { id: 'meeting' as MeetingId, chair: id('chair'), noteTaker: id('social-worker'), attended: [] },
      },
    ],
  ] as const)('%s', (role, stored) => {
    expect(roles(stored, 'social-worker')).toContain(role)
    expect(roles(stored, 'deputy-social-worker', 'social-worker')).not.toContain(role)
  })

  it('but having come to the meeting is acted for like everything else', () => {
    const meeting = { id: 'meeting' as MeetingId, chair: id('chair'), attended: [id('social-worker')] }

    expect(roles({ case: stuck, meeting }, 'deputy-social-worker')).not.toContain('attended')
    expect(roles({ case: stuck, meeting }, 'deputy-social-worker', 'social-worker')).toContain('attended')
  })
})

it('somebody who has left has no part, and their deputy acts in their place', () => {
  const partnership = without(demonstration, 'social-worker')
  const left = partsOf({ case: stuck }, { partnership, day: asDay('2026-09-07'), away: new Set() })

  expect(rolesOf(left, id('social-worker'))).toEqual([])
  expect(rolesOf(left, id('deputy-social-worker'))).toEqual(['social-worker'])
})

it('a coordinator has a part in every case and sees nothing of it', () => {
  const without = parts({ case: { ...stuck, chair: id('iro') } })

  expect(rolesOf(without, id('chair'))).toEqual(['coordinator'])
  expect(may(without, id('chair'), 'case')).toBe(false)
  expect(may(without, id('chair'), 'replace-chair')).toBe(true)
})

it('the deputy of a coordinator who is away may find the child that the coordinator was told of, and only then', () => {
  const deputies = demonstration.people.map((one) => (one.id === 'chair' ? { ...one, deputy: id('iro') } : one))
  const partnership = { ...demonstration, people: deputies }
  const raising = { id: 'raising' as RaisingId, by: id('practitioner') }
  const mayFind = (away: ReadonlySet<PersonId>) =>
    may(partsOf({ raising }, { partnership, day: asDay('2026-09-07'), away }), id('iro'), 'unmatched-raising')

  expect(mayFind(new Set())).toBe(false)
  expect(mayFind(new Set([id('chair')]))).toBe(true)
})
