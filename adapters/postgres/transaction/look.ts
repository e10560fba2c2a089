/** A look at the database: nothing of what is done in it stays. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../schema/database.ts'

/** Also what a press would do is only tried. */
export async function look<Found>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Found>,
): Promise<Found> {
  const trx = await db.startTransaction().execute()
  try {
    return await work(trx)
  } finally {
    await trx.rollback().execute()
  }
}
