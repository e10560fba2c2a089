/** Two workers post at the same moment to the same person: one post a day all the same, and neither fails. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/london.ts'
import { done } from '../../src/display/answer.ts'
import { PersonId } from '../../src/ids.ts'
import { postDaily } from '../../src/nudges/daily-post.ts'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-28T10:00:00Z' })))
afterAll(() => rooms.close())

const owner = PersonId.parse('health-colleague')

/** Posts as a worker does whose transaction takes so long to end. */
const posts = (endsAfterMs: number) =>
  rooms.as(owner, async (world) => {
    await postDaily(world, { person: owner, day: dayOf(world.now) }, 'live', () => Promise.resolve(true))
    await new Promise((resolve) => setTimeout(resolve, endsAfterMs))
    return done('')
  })

it('is one post, and the later worker waits for the first', async () => {
  await rooms.agreed({ owner, due: '2026-10-09' })
  await rooms.until('2026-10-02T10:00:00Z')
  expect(await rooms.posts()).toHaveLength(1)
  await rooms.db.deleteFrom('posts').execute() // as before the post
  await rooms.db.deleteFrom('outbox').execute()
  await rooms.db.updateTable('nudges').set({ posted_on: null, posted_to: null }).execute()

  const first = posts(600)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const second = posts(0)

  expect(await Promise.all([first, second])).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  expect(await rooms.posts()).toHaveLength(1)
})
