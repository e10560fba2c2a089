import { afterAll, beforeAll, expect, it } from 'vitest'
import { showMyCases } from '../../src/cases/my-cases.ts'
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
