import { afterAll, beforeAll, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { done } from '../../src/display/answer.ts'
import { recordDuty } from '../../src/duties/record-duty.ts'
import { setOverviewDay } from '../../src/people/choose-overview.ts'
import { PersonId } from '../../src/ids.ts'
import { formOf } from '../support/builders.ts'
import { startRooms, type Rooms } from './rooms.ts'

/**
 * Written by hand. On Monday 14 September 2026 Hugo Pennell promises the action for Friday 25 September, and Samira
 * Holt confirms a child whose two duties are long overdue, so that their ladders count from five working days later,
 * Monday 21 September. The health assessment is recorded on Wednesday 30 September. Samira Holt is away from
 * 19 to 21 October; the clocks go back on 25 October. The IRO reads their overview on Wednesdays.
 */
const byHand = [
  ['2026-09-15', 'social-worker', 'health coming, permanence coming'],
  ['2026-09-18', 'health-colleague', 'action coming'],
  ['2026-09-21', 'social-worker', 'health due, permanence due'],
  ['2026-09-23', 'social-worker', 'health overdue, permanence overdue'],
  ['2026-09-23', 'team-manager', 'health overdue, permanence overdue'],
  ['2026-09-25', 'health-colleague', 'action due'],
  ['2026-09-29', 'chair', 'action overdue'],
  ['2026-09-29', 'health-colleague', 'action overdue'],
  ['2026-09-29', 'health-lead', 'action overdue'],
  ['2026-10-05', 'iro', 'permanence iro'],
  ['2026-10-05', 'social-worker', 'permanence iro'],
  ['2026-10-05', 'team-manager', 'permanence iro'],
  ['2026-10-09', 'chair', 'action iro'],
  ['2026-10-09', 'health-colleague', 'action iro'],
  ['2026-10-09', 'health-lead', 'action iro'],
  ['2026-10-09', 'iro', 'action iro'],
  // From here on nothing moves: it is said again in the overview of each, on Mondays; the IRO's is on Wednesdays.
  ['2026-10-12', 'social-worker', 'permanence iro'],
  ['2026-10-12', 'team-manager', 'permanence iro'],
  ['2026-10-14', 'iro', 'permanence iro'],
  ['2026-10-19', 'chair', 'action iro'],
  ['2026-10-19', 'deputy-social-worker', 'permanence iro'],
  ['2026-10-19', 'health-colleague', 'action iro'],
  ['2026-10-19', 'health-lead', 'action iro'],
  ['2026-10-19', 'team-manager', 'permanence iro'],
  ['2026-10-21', 'iro', 'action iro, permanence iro'],
  ['2026-10-26', 'chair', 'action iro'],
  ['2026-10-26', 'health-colleague', 'action iro'],
  ['2026-10-26', 'health-lead', 'action iro'],
  ['2026-10-26', 'social-worker', 'permanence iro'],
  ['2026-10-26', 'team-manager', 'permanence iro'],
] as const

let rooms: Rooms
beforeAll(async () => {
  rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })
  const action = await rooms.agreed({ owner: 'health-colleague', due: '2026-09-25' })
  const { 'permanence-plan': permanence, 'health-assessment': health } = await rooms.confirmed()
  if (!permanence || !health) throw new Error('no duties')
  rooms.call(action.id, 'action')
  rooms.call(permanence, 'permanence')
  rooms.call(health, 'health')
  await rooms.as('social-worker', async ({ tx }, { id }) => {
    await tx.saveAway(PersonId.parse(id), asDay('2026-10-19'), asDay('2026-10-21'))
    return done('')
  })

  await rooms.as('iro', (world, by) => setOverviewDay(world, by, formOf({ weekday: '3' })))

  await rooms.until('2026-09-30T13:00:00Z')
  const form = { on: '2026-09-29', as: 'assessed-with-plan', byWhom: 'The nurse for children in care', danger: 'no' }
  await rooms.as('social-worker', (world, by) => recordDuty(world, by, health, formOf(form)))
  await rooms.until('2026-10-27T23:00:00Z')
})
afterAll(() => rooms.close())

it('reminds, through six weeks, of what the table says and nothing else', async () => {
  const grouped = new Map<string, string[]>()
  for (const line of await rooms.table()) {
    const [day, to, ...what] = line.split(' ')
    const key = `${day} ${to}`
    grouped.set(key, [...(grouped.get(key) ?? []), what.join(' ')])
  }

  expect([...grouped].map(([key, what]) => `${key}: ${what.toSorted().join(', ')}`)).toEqual(
    byHand.map(([day, to, what]) => `${day} ${to}: ${what}`),
  )
})

it('sends each of these lines as one message, at the opening of the working day by the clocks of England', async () => {
  const posts = await rooms.posts()

  expect(posts.map(({ to, at }) => `${at.toISOString()} ${to}`).toSorted()).toEqual(
    byHand.map(([day, to]) => `${day}T${day < '2026-10-25' ? '08' : '09'}:00:00.000Z ${to}`).toSorted(),
  )
})

it('says nothing again but in an overview, and the overview on the weekday of its reader', async () => {
  const rows = await rooms.db.selectFrom('nudges').selectAll().where('posted_on', 'is not', null).execute()
  const before = new Set<string>()
  for (const { person, subject_id, rung, due, posted_on, waits_until } of rows.toSorted((one, other) =>
    (one.posted_on ?? '') < (other.posted_on ?? '') ? -1 : 1,
  )) {
    const said = [person, subject_id, rung, due].join(' ')
    expect(waits_until !== null, said).toBe(before.has(said))
    if (waits_until !== null) expect(new Date(posted_on ?? '').getUTCDay(), said).toBe(person === 'iro' ? 3 : 1)
    before.add(said)
  }
})

it('sends nobody more than one routine message a day', async () => {
  const counts = new Map<string, number>()
  for (const { to, at } of await rooms.posts()) {
    const key = `${to} ${at.toISOString().slice(0, 10)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  console.info(`most routine messages to one person in a day: ${most}`)

  expect(most).toBe(1)
})

it('says nothing of the child in any message but the reference', async () => {
  const all = (await rooms.said()).map(({ card }) => card).join('\n')

  expect(all).not.toContain('LK104')
  expect(all).not.toContain('2014')
})
