/** A process that stands still in the middle of a transaction does not hold up the others for ever. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { recordFact } from '../../adapters/postgres/log/facts.ts'
import { PersonId } from '../../src/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const at = new Date('2026-09-07T09:30:00Z')
const by = PersonId.parse('social-worker')

let database: TestDatabase
let frozen: Opened
let healthy: Opened
beforeAll(async () => {
  database = await freshDatabase()
  frozen = openDatabase(database.url, 1, 300)
  healthy = openDatabase(database.url, 1)
})
afterAll(async () => {
  await Promise.all([frozen.close(), healthy.close()])
  await database.drop()
})

const writes = (db: Opened['db']) => recordFact(db, { at, by }, { fact: 'away-ended', person: by })

it('what it holds is free again, what it had done is undone, and it goes on afterwards', async () => {
  const trx = await frozen.db.startTransaction().execute()
  await writes(trx)
  await healthy.db.transaction().execute(writes)

  await expect(writes(trx)).rejects.toThrow('not queryable')
  await trx
    .rollback()
    .execute()
    .catch(() => undefined)
  await frozen.db.transaction().execute(writes)
  const { rows } = await sql<{ facts: number }>`select count(*)::int as facts from facts`.execute(healthy.db)
  expect(rows).toEqual([{ facts: 2 }])
})

it('within 20 seconds, unless a test says otherwise', async () => {
  const { rows } = await sql<{ limit: string }>`
    select current_setting('idle_in_transaction_session_timeout') as limit`.execute(healthy.db)
  expect(rows).toEqual([{ limit: '20s' }])
})
