/** A deputy acts and sees while their principal is not there, or while what they were told in their place still waits. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { PersonId, type CaseId, type MeetingId, type RequestId } from '../../src/ids.ts'
import { hears } from '../../src/parts/hears.ts'
import { may, refusedTo, rolesOf, sidesWith } from '../../src/parts/may.ts'
import { named } from '../../src/parts/named.ts'
import { partsOf, type Today } from '../../src/parts/parts-of.ts'
import { stillHears } from '../../src/parts/still-hears.ts'
import type { Stored } from '../../src/parts/stored.ts'
import type { SaidInPlace } from '../../src/people/needs.ts'
import { receiverToday } from '../../src/people/people.ts'
import { demonstration } from '../support/builders.ts'
import { without } from '../support/leaving.ts'

const id = (of: string) => PersonId.parse(of)
const [principal, deputy, further] = [id('social-worker'), id('deputy-social-worker'), id('team-manager')]
const chain = [principal, deputy, further]

/** How each of them is today, and what the further deputies were told in place of the principal. */
const states = ['here', 'away', 'left', 'silent'] as const
type State = (typeof states)[number]
type Days = readonly [State, State, State]

const days = states.flatMap((one) => states.flatMap((two) => states.map((three): Days => [one, two, three])))

function todayOf(day: Days): Today {
  const those = (state: State) => chain.filter((_, place) => day[place] === state)
  return {
    partnership: without(demonstration, ...those('left')),
    day: asDay('2026-09-07'),
    away: new Set(those('away')),
    silent: new Set(those('silent')),
  }
}

const stuck = {
  id: 'case' as CaseId,
  socialWorker: principal,
  iro: id('iro'),
  chair: id('chair'),
  raisers: [id('practitioner')],
  asked: [],
}
const request = { id: 'request' as RequestId, person: principal, state: 'asked' }
const things: readonly (readonly [string, string, Stored, Pick<SaidInPlace, 'about' | 'what'>])[] = [
  [
    'a case that waits for its confirmation',
    'social-worker',
    { case: { ...stuck, state: 'raised' } },
    { about: { subject: 'case', id: stuck.id }, what: 'for-social-worker' },
  ],
  ['a view', 'asked', { request }, { about: { subject: 'request', id: request.id } }],
]

describe.each(things)('%s', (_, role, stored, told) => {
  const roles = (parts: ReturnType<typeof partsOf>, person: PersonId) => rolesOf(parts, person)
  const field = role === 'asked' ? 'own-request' : 'case'
  const saidTo = (to: PersonId): SaidInPlace => ({ to, meantFor: principal, ...told })

  it.each(days)('principal %s, deputy %s, their deputy %s', (...day) => {
    const today = todayOf(day)
    const { partnership, away } = today
    const isIn = (one: PersonId) => partnership.people.some(({ id: other }) => other === one)
    const plain = partsOf(stored, today)
    const acting = [deputy, further].filter((one) => (roles(plain, one) as string[]).includes(role))

    // Nobody acts for somebody who is here.
    if (day[0] === 'here') expect(acting).toEqual([])
    // Somebody does for one who is not, if anybody is there who can.
    else if (day[1] === 'here' || day[2] === 'here') expect(acting.length).toBeGreaterThan(0)
    // Nobody who has left acts.
    for (const one of acting) expect(isIn(one)).toBe(true)

    // A person who receives what is said to the principal can press its buttons.
    const receiver = receiverToday(partnership, principal, today.day, (one) => away.has(one))
    if (receiver !== principal) expect(acting).toContain(receiver)
    // A message is sent to nobody who could not.
    for (const to of [deputy, further])
      if (isIn(to) && stillHears(today, plain, { to, meantFor: principal })) expect(acting).toContain(to)

    // A person who was told in their place can answer as long as it waits, and stands by otherwise.
    for (const one of [deputy, further].filter(isIn)) {
      expect(roles(partsOf(stored, today, [saidTo(one)]), one)).toContain(role)
      if (!acting.includes(one)) {
        expect(refusedTo(plain, one, field).reason).toBe('is-here-again')
        // What is not their principal's to do is not theirs on any day.
        expect(refusedTo(plain, one, 'run-sheet').reason).toBe('not-for-you')
      }
    }

    // Who acts for somebody changes nobody's hearing of it.
    expect(hears(plain, 'news')).toEqual(hears(named(stored, partnership), 'news'))
  })
})

describe('what was told in the place of somebody who is back', () => {
  const today = todayOf(['here', 'here', 'here'])
  const told = (stored: Stored, about: SaidInPlace['about'], what?: string) =>
    rolesOf(partsOf(stored, today, [{ to: deputy, meantFor: principal, about, ...(what && { what }) }]), deputy)
  const about = { subject: 'case', id: stuck.id } as const
  const raised = { case: { ...stuck, state: 'raised' } }

  it.each([
    ['a question', raised, 'for-social-worker', ['social-worker']],
    ['news', raised, 'news', []],
    ['a question to somebody else', raised, 'for-iro', []],
    ['a question that was answered', { case: { ...stuck, state: 'asking' } }, 'for-social-worker', []],
  ] as const)('%s', (_, stored, what, roles) => {
    expect(told(stored, about, what)).toEqual(roles)
  })

  it.each([
    ['asked', ['asked']],
    ['cannot-tell', ['asked']],
    ['given', []],
    ['not-ours', []],
  ])('a view that is %s', (state, roles) => {
    expect(told({ request: { ...request, state } }, { subject: 'request', id: request.id })).toEqual(roles)
  })

  it('is no part in anything else', () => {
    expect(told(raised, { subject: 'case', id: 'another' as CaseId }, 'for-social-worker')).toEqual([])
  })
})

describe('somebody who is here', () => {
  const today = todayOf(['here', 'here', 'here'])
  const parts = partsOf({ case: { ...stuck, state: 'asking' } }, today)

  it('is seen for by nobody', () => {
    expect(may(parts, deputy, 'case')).toBe(false)
    expect(may(parts, further, 'case')).toBe(false)
  })

  it('has a deputy who is on their side all the same, and decides nothing for the other', () => {
    expect(sidesWith(parts, deputy, 'social-worker')).toBe(true)
    expect(sidesWith(parts, further, 'social-worker')).toBe(false)
  })

  it('leaves a stranger with the plain sentence', () => {
    expect(refusedTo(parts, id('police-lead'), 'case').reason).toBe('not-for-you')
  })
})

it.each([
  ['what they raised', { raising: { id: 'raising' as never, by: principal } }],
  ['their notes', { case: { ...stuck, socialWorker: id('iro') }, meeting: notes() }],
] as const)('nobody acts for somebody in %s', (_, stored) => {
  const parts = partsOf(stored as Stored, todayOf(['away', 'here', 'here']))
  expect(rolesOf(parts, deputy)).toEqual([])
  expect(refusedTo(parts, deputy, 'case').reason).toBe('not-for-you')
})

function notes() {
  return { id: 'meeting' as MeetingId, chair: id('chair'), noteTaker: principal, attended: [] }
}
