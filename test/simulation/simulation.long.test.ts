/** A few lives; `npm run simulate` lives more of them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { liveAll, type Lived } from './lives.ts'

const lives = 8

let database: TestDatabase
beforeAll(async () => (database = await freshDatabase()))
afterAll(() => database.drop())

it(`lives ${lives} lives, after each of which everything holds`, async () => {
  const lived: Lived[] = []
  await liveAll(
    database.url,
    Array.from({ length: lives }, (_, at) => at + 1),
    (life) => lived.push(life),
  )

  expect(lived).toHaveLength(lives)
  expect(lived.filter(({ faults }) => faults.length > 0)).toEqual([])
}, 240_000)
