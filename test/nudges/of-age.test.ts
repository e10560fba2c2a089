import { afterAll, beforeAll, expect, it } from 'vitest'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => {
  rooms = await startRooms({ at: '2026-09-07T09:00:00Z' })
})
afterAll(() => rooms.close())

it('nobody is reminded of a duty from the day on which the young person is eighteen', async () => {
  await rooms.confirmed({ born: '2008-10-01' })

  await rooms.until('2026-09-30T18:00:00Z')
  const before = (await rooms.posts()).length
  await rooms.until('2026-11-30T18:00:00Z')

  expect(before).toBeGreaterThan(0)
  expect(await rooms.posts()).toHaveLength(before)
})
