/** The link of a case's meeting, while that is to come or under way. */
import type { CaseId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'

export async function linkOf(db: Db, id: CaseId): Promise<string | undefined> {
  const row = await db
    .selectFrom('meetings')
    .select('online_address')
    .where('case_id', '=', id)
    .where('state', '=', 'convened')
    .executeTakeFirst()
  return row?.online_address ?? undefined
}
