/** What a database remembers of itself: as what it was made, and how far its clock was moved. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'

const MadeAs = z.enum(['demonstration', 'partnership'])
export type MadeAs = z.infer<typeof MadeAs>

const clockOffset = 'clock-offset-ms'
const madeAs = 'made-as'

/** What this database was made as; said once, by the first to start on it. */
export async function databaseMadeAs(db: Kysely<Database>, now: MadeAs): Promise<MadeAs> {
  await db
    .insertInto('settings')
    .values({ name: madeAs, value: JSON.stringify(now) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return MadeAs.parse(await read(db, madeAs))
}

export const keptOffset = (db: Kysely<Database>) => ({
  /** Undefined while the clock was never set. */
  async load(): Promise<number | undefined> {
    return z
      .number()
      .optional()
      .parse(await read(db, clockOffset))
  },
  async save(offsetMs: number): Promise<void> {
    const value = JSON.stringify(offsetMs)
    await db
      .insertInto('settings')
      .values({ name: clockOffset, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
  },
})

async function read(db: Kysely<Database>, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
