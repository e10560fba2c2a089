/** How often the owner or the day of an action was put right before it was agreed. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table proposals add column corrections integer not null default 0`.execute(db)
}
