/** Duties and what was written about them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table duties (
      id uuid primary key,
      child uuid not null references children on delete cascade,
      kind text not null check (kind in ('permanence-plan', 'health-assessment')),
      care_from date not null,
      due date not null,
      because text not null,
      owner text not null,
      state text not null check (state in ('open', 'recorded')),
      started_on date not null,
      expected_on date,
      recorded_on date,
      recorded_as text,
      ladder jsonb not null,
      last_rung text,
      last_rung_on date,
      unique (child, kind, care_from)
    );
    create index duties_open_of_owner on duties (owner) where state = 'open';

    create table duty_words (
      id bigint generated always as identity primary key,
      duty uuid not null references duties on delete cascade,
      kind text not null check (kind in ('recorded', 'passed-on')),
      by text not null,
      at timestamptz not null,
      words bytea not null
    );
    create index words_of_duty on duty_words (duty, id);
  `.execute(db)
}
