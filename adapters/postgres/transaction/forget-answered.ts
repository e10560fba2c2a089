/** Forgets what was answered long ago. */
import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'

/** What was answered before this moment is answered again when it is asked again. */
export const forgettingAnswered =
  (db: Kysely<Database>) =>
  async (before: Date): Promise<void> => {
    await db.deleteFrom('answered').where('at', '<', before).execute()
  }
