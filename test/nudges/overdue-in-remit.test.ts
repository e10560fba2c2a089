import { afterAll, beforeAll, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { button, row, type Card } from '../../src/display/card.ts'
import { digestCard } from '../../src/nudges/digest.card.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { PersonId } from '../../src/ids.ts'
import { countsLine, overdueInRemit, type OverdueInRemit } from '../../src/nudges/overdue-in-remit.ts'
import type { Reminder } from '../../src/nudges/todays-reminders.ts'
import { demonstration } from '../support/builders.ts'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-10-05T10:00:00Z' })))
afterAll(() => rooms.close())

const today = asDay('2026-10-12')
const line = (name: string) => row(name, button('Open', { ask: 'open-mine' }))
const again = { about: { subject: 'action', id: 'b' }, repeats: true, as: 'lead', line: () => line('Rang: b') }
const remit = (...ids: readonly string[]): OverdueInRemit => ({
  today,
  things: ids.map((id) => ({ subject: id === 'd' ? 'duty' : 'action', id, due: today, row: line(id) })),
})
const rowsOf = ({ body }: Card) => body.flatMap((part) => (part.block === 'row' ? [part.text] : []))

it('fills three in full with what is overdue longest, each once, counts all of it, and opens all', () => {
  const drawn = digestCard([again as unknown as Reminder], [], remit('a', 'b', 'c', 'd'))

  expect(drawn.title).toBe('Your overview: 3 things still not done')
  expect(rowsOf(drawn)).toEqual(['Rang: b', 'a', 'c'])
  expect(JSON.stringify(drawn.body)).toContain(
    'Overdue on Monday 12 October 2026, in your agency or for children you are the IRO for: 3 actions, 1 plan or assessment.',
  )
  expect(drawn.buttons.map(({ label }) => label)).toEqual([
    'Open all actions',
    'Open all plans and assessments',
    'Day of my overview',
  ])
})

it('lists in the overview of a lead what has not rung again, and in no other message', async () => {
  const stuck = await rooms.inCase()
  await rooms.agreed({ case: stuck, owner: 'health-colleague', due: '2026-09-25', what: 'Send the report' })
  await rooms.until('2026-10-23T12:00:00Z')
  await rooms.agreed({ case: stuck, owner: 'health-colleague', due: '2026-10-22', what: 'Ask the school' })
  await rooms.until('2026-11-03T12:00:00Z')

  const posts = (await rooms.posts()).filter(({ to }) => to === 'health-lead').map(({ card }) => JSON.stringify(card))
  const overviews = posts.filter((card) => card.includes('Your overview'))
  expect(overviews.at(-1)).toMatch(/2 actions\..*Send the report.*Ask the school/)
  expect(posts.filter((card) => !overviews.includes(card)).join()).not.toContain('in your agency or for children')
})

it('is what is overdue in the agency of a lead, or for the children of an IRO, and not by old dates', async () => {
  await rooms.startOver()
  const stuck = await rooms.inCase()
  await rooms.agreed({ case: stuck, owner: 'health-colleague', due: '2026-10-09', what: 'Send the report' })
  await rooms.agreed({ case: stuck, owner: 'police-lead', due: '2026-10-08', what: 'Share the log' })
  await rooms.agreed({ case: stuck, owner: 'health-colleague', due: '2026-10-12', what: 'Due today' })
  await rooms.confirmed()
  rooms.clock.moveTo(new Date('2026-10-12T09:00:00Z'))
  const calendar = workingCalendar(demonstration.closedDays)
  const overdueFor = async (who: string) => {
    const world = { now: rooms.clock.now(), partnership: demonstration, calendar, newId: String }
    const found = await rooms.look((tx) => overdueInRemit({ tx, ...world }, [PersonId.parse(who)]))
    return found.things.map(({ subject, due }) => `${subject} ${due}`.replace(/^duty 2025.*/, 'duty of 2025'))
  }

  expect(await overdueFor('health-lead')).toEqual(['action 2026-10-09'])
  expect(await overdueFor('police-lead')).toEqual(['action 2026-10-08'])
  const actions = ['action 2026-10-08', 'action 2026-10-09']
  expect(await overdueFor('iro')).toEqual(['duty of 2025', 'duty of 2025', ...actions])

  const old = { as_of: '2026-08-01', confirmed_at: new Date('2026-08-01T09:00:00Z') }
  await rooms.db.updateTable('children').set(old).execute()
  expect(await overdueFor('iro')).toEqual(actions)
})

it('counts only what there is', () => {
  const says = (...ids: readonly string[]) => countsLine(remit(...ids)).map((one) => 'text' in one && one.text)

  expect(says()).toEqual([])
  expect(says('a')).toEqual([expect.stringMatching(/ for: 1 action\.$/)])
  expect(says('d')).toEqual([expect.stringMatching(/ for: 1 plan or assessment\.$/)])
})
