/** A child is found by other numbers than the council's, and what a raiser gave to say which child is kept whole. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- null: not made yet, which the next start of a process does, since only it has the keys
    alter table children add column found_by_hash text[];
    alter table cases add column found_by_hash text[];
    create index children_found_by on children using gin (found_by_hash);
    create index cases_found_by on cases using gin (found_by_hash);
    alter table staged_children add column upn_hash text;
    alter table raisings
      add column given bytea,
      add column child_unknown boolean not null default false;
  `.execute(db)
}
