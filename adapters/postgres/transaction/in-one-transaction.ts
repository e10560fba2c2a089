/** Runs work in a transaction, and once more where two stood in each other's way. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../schema/database.ts'

/** Deadlock and serialisation failure: the one named the victim did nothing wrong, and is served a moment later. */
const standInEachOthersWay: ReadonlySet<unknown> = new Set(['40P01', '40001'])

/** `work` may be run twice, each time on a transaction of its own. */
export async function inOneTransaction<Outcome>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (!isStandstill(error)) throw error
    return db.transaction().execute(work)
  }
}

function isStandstill(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && standInEachOthersWay.has(error.code)) || isStandstill(error.cause)
}
