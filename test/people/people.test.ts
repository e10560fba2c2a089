import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { PersonId } from '../../src/ids.ts'
import { Partnership } from '../../src/partnership/partnership.ts'
import {
  agencyOf,
  coordinatorsOf,
  leadOf,
  peopleWith,
  personByEmail,
  personById,
  receiverToday,
} from '../../src/people/people.ts'
import { filesIn, textOf } from '../architecture/sources.ts'

const id = (given: string) => PersonId.parse(given)
const today = asDay('2026-03-31')
const line = 'Call 01632 960001.'

const partnership = Partnership.parse({
  name: 'Testshire',
  authority: 'council',
  urgent: { emergency: line, daytimeReferral: line, outOfHours: line, designatedOfficer: line },
  agencies: [
    { id: 'council', kind: 'social-care', name: 'Testshire Council', lead: 'manager' },
    { id: 'trust', kind: 'health', name: 'Testshire Trust', lead: 'nurse' },
  ],
  people: [
    person('worker', 'council', { deputy: 'other-worker' }),
    person('other-worker', 'council', { deputy: 'manager' }),
    person('manager', 'council', { deputy: 'worker', roles: ['lead', 'chair'] }),
    person('nurse', 'trust', { roles: ['lead'] }),
  ],
  reportsTo: 'manager',
})

function person(name: string, agency: string, rest: { deputy?: string; roles?: string[] }) {
  return { id: name, name, email: `${name}@Testshire.example`, agency, roles: ['practitioner'], ...rest }
}

describe('somebody is found', () => {
  it('by id', () => {
    expect(personById(partnership, id('nurse'))?.email).toBe('nurse@testshire.example')
    expect(personById(partnership, id('stranger'))).toBeUndefined()
  })

  it('by address, whatever the case of its letters', () => {
    expect(personByEmail(partnership, ' Nurse@TESTSHIRE.example ')?.id).toBe('nurse')
    expect(personByEmail(partnership, 'nurse@elsewhere.example')).toBeUndefined()
  })

  it('by role, in the order of the file', () => {
    expect(peopleWith(partnership, 'lead').map((one) => one.id)).toEqual(['manager', 'nurse'])
  })
})

describe('what coordinators are told', () => {
  const [manager, worker] = ['manager', 'worker'].map(id)
  const withRole = (role: 'chair' | 'coordinator') => (one: (typeof partnership.people)[number]) =>
    one.id === 'worker' ? { ...one, roles: [role] } : one
  const coordinated = { ...partnership, people: partnership.people.map(withRole('coordinator')) }
  const withoutManager = {
    ...partnership,
    people: partnership.people.filter((one) => one.id !== 'manager'),
    reportsTo: id('nurse'),
  }

  it.each([
    ['goes to them', coordinated, undefined, [worker]],
    ['goes to the lead of the authority where the only one is left out', coordinated, worker, [manager]],
    ['goes to the lead of the authority where there is none', partnership, undefined, [manager]],
    ['goes to the reader of the daily report where that lead has left', withoutManager, undefined, ['nurse']],
    ['goes to nobody where everybody has left', { ...withoutManager, people: [] }, undefined, []],
  ])('%s', (_, given, leftOut, told) => {
    expect(coordinatorsOf(given, leftOut).map((one) => one.id)).toEqual(told)
  })

  it('is told through that rule alone', () => {
    const asking = filesIn('src').filter((path) => /peopleWith\([^)]*'coordinator'/.test(textOf(path)))
    expect(asking).toEqual(['src/people/people.ts'])
  })
})

it('knows the agency that somebody works for, and who answers for it', () => {
  const worker = { agency: partnership.authority }

  expect(agencyOf(partnership, worker).name).toBe('Testshire Council')
  expect(leadOf(partnership, worker)).toBe('manager')
})

describe('what is meant for the worker is received by', () => {
  it.each([
    ['the worker, who is there', [], 'worker'],
    ['the deputy of a worker who is away', ['worker'], 'other-worker'],
    ['the deputy of the deputy', ['worker', 'other-worker'], 'manager'],
    ['the worker, when everybody in a circle of deputies is away', ['worker', 'other-worker', 'manager'], 'worker'],
  ])('%s', (_, away, receiver) => {
    expect(receiverToday(partnership, id('worker'), today, (one) => away.includes(one))).toBe(receiver)
  })

  it('the nurse, who is away and has no deputy', () => {
    expect(receiverToday(partnership, id('nurse'), today, () => true)).toBe('nurse')
  })
})
