/** What waits for a person: each step of its climb is a row, and the last one is where it stands. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table climbs (
      climb text not null,
      thing text not null,
      step integer not null,
      event text not null check (event in ('started', 'rang', 'answered', 'changed', 'reopened')),
      at timestamptz not null,
      state text not null check (state in ('open', 'stopped', 'answered')),
      due date,
      stage text,
      stage_at timestamptz,
      times integer,
      next_stage text,
      next_at timestamptz,
      policy jsonb not null,
      primary key (climb, thing, step),
      check ((stage is null) = (stage_at is null) and (stage is null) = (times is null)),
      check ((state = 'open') = (next_stage is not null) and (next_stage is null) = (next_at is null))
    );
  `.execute(db)
}
