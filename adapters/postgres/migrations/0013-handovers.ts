/** What of leavers' things was told to whom, and what successors have yet to read. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- by a colleague, not by a return: what a return says of earlier days does not undo it
    alter table children add column handed_over boolean not null default false;

    create table held_told (
      holder text not null,
      told text not null,
      part text not null,
      thing uuid not null,
      on_day date not null,
      holds boolean not null default true, -- without a break since it was told
      primary key (holder, told, part, thing)
    );
    create index held_told_of_thing on held_told (thing);

    create table handovers (
      id uuid primary key,
      case_id uuid references cases on delete cascade,
      child uuid references children on delete cascade,
      ref text not null,
      things jsonb not null,
      from_person text not null,
      to_person text not null,
      at timestamptz not null,
      taken_up_at timestamptz,
      check ((case_id is null) <> (child is null))
    );
    create unique index handovers_open on handovers (coalesce(case_id, child), to_person) where taken_up_at is null;
  `.execute(db)
}
