/** Who was reminded of a thing in the place of somebody else is found by the thing. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index nudges_of_subject on nudges ((subject_id::text)) where posted_on is not null`.execute(db)
}
