/** Who came to a meeting and has no part in its case, by role. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings add column came_too jsonb not null default '[]'`.execute(db)
}
