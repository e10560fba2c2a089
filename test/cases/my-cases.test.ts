import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { showMyCases } from '../../src/cases/my-cases.ts'
import { stateToday } from '../../src/cases/state-in-words.ts'
import { done } from '../../src/display/answer.ts'
import { MeetingId, PersonId } from '../../src/ids.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-28T10:00:00Z' })))
afterAll(() => rooms.close())

it('has a way on to the cases that do not fit on a page', async () => {
  const references: string[] = []
  for (let count = 0; count < 23; count += 1) references.push((await rooms.inCase()).ref)

  const first = await rooms.as('chair', showMyCases)
  const second = await rooms.as('chair', (world, by) => showMyCases(world, by, 20))

  expect(first).toMatchObject({
    sections: [
      { title: 'Your open cases: 23' },
      { title: '3 more', buttons: [{ label: 'Show more', ask: { ask: 'open-mine', from: 20 } }] },
    ],
  })
  const shown = JSON.stringify([first, second])
  for (const ref of references) expect(shown).toContain(`${ref}:`)
})

it('says to everybody in a case how many of its actions are overdue, and no word where none is', async () => {
  const late = await rooms.inCase({ needed: asDay('2026-10-01') })
  const onTime = await rooms.inCase({ needed: asDay('2026-10-02') })
  const told = async (by: string, ref: string) => {
    const answer = JSON.stringify(await rooms.as(by, showMyCases))
    return new RegExp(`${ref}: [^"]*`).exec(answer)?.[0]
  }
  await rooms.agreed({ case: late, owner: 'health-lead', due: '2026-09-25' })
  for (const by of ['chair', 'iro', 'social-worker'])
    expect(await told(by, late.ref)).toMatch(
      /agreed\. 1 action is overdue\. Needs to move by Thursday 1 October 2026\.$/,
    )

  const second = await rooms.agreed({ case: late, owner: 'school-lead', due: '2026-09-24' })
  for (const due of ['2026-09-28', '2026-10-02']) await rooms.agreed({ case: late, owner: 'health-lead', due })
  await rooms.agreed({ case: onTime, owner: 'health-lead', due: '2026-09-28' })
  expect(await told('chair', late.ref)).toContain('2 actions are overdue.')
  expect(await told('chair', onTime.ref)).not.toContain('overdue')

  await rooms.as('chair', async ({ tx }) => {
    await tx.saveAction({ ...second, state: 'done', doneOn: asDay('2026-09-28') })
    return done('')
  })
  expect(await told('chair', late.ref)).toContain('1 action is overdue.')
})

it('says when the meeting is, each step in words that time alone does not make untrue', async () => {
  const stuck = await rooms.inCase({ state: 'convening', needed: asDay('2026-09-29') })
  const chair = PersonId.parse('chair')
  const meeting = { id: MeetingId.parse(randomUUID()), case: stuck.id, chair, slots: [], minutes: 60, recordings: 0 }
  const said = async (given: Pick<Meeting, 'state' | 'startsAt'>) => {
    await rooms.as('chair', async ({ tx }) => {
      await tx.saveMeeting({ ...meeting, attended: [], record: [], ...given })
      return done('')
    })
    const answer = JSON.stringify(await rooms.as('social-worker', showMyCases))
    return new RegExp(`${stuck.ref}: [^.]*[.] ([^"]*)[.] Needs`).exec(answer)?.[1]
  }
  const startsAt = new Date('2026-12-03T10:00:00Z')

  expect(await said({ state: 'offered' })).toBe('Times for the meeting are offered')
  expect(await said({ state: 'convened', startsAt })).toBe('Meeting on Thursday 3 December 2026 at 10:00')
  expect(await said({ state: 'recorded', startsAt })).toBe(
    'Meeting on Thursday 3 December 2026 at 10:00: recorded, and what was agreed is not approved yet',
  )
})

it('says that a time for the meeting has yet to be found, and nothing of a meeting before or after', () => {
  const offered = { state: 'offered' }
  expect(stateToday({ state: 'convening' })).toBe('Finding a time for the meeting')
  expect(stateToday({ state: 'following-up' }, offered)).toBe('People are doing what was agreed')
  expect(stateToday({ state: 'closed', closedAt: new Date('2026-12-04T10:00:00Z') }, offered)).toBe(
    'Closed on Friday 4 December 2026',
  )
})
