/** How often an action was put right before it was agreed; and which children have a case without being in care. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table proposals add column corrections integer not null default 0;
    alter table children add column around text check (around in ('edge-of-care', 'leaving-care'));
  `.execute(db)
}
