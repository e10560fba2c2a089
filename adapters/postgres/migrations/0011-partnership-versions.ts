/** Versions of the partnership, and which of them a fact was recorded under. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table partnership_versions (
      version integer primary key check (version > 0),
      applied_at timestamptz not null,
      how text not null check (how in ('start', 'terminal')),
      by text,
      text text not null,
      hash text not null,
      left_partnership jsonb not null,
      joined integer not null,
      gone integer not null,
      changed integer not null
    );

    -- the version in force when the line was written; lines from before there were versions have none
    alter table facts add column partnership_version integer;
  `.execute(db)
}
