/** A child of a return whose identifier a spreadsheet has changed is compared with those that are known by a like one. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staged_children
      add column like_hashes text[] not null default '{}',
      add column left_out boolean not null default false;
  `.execute(db)
}
