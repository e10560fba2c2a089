/** Each danger is its own: of which raising, how it ended, and to whom and when it was reported. Who has seen the numbers. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table concerns
      add column raising uuid, -- the form in which it was told, which becomes a raising once it is sent
      add column kind text not null default 'risk' check (kind in ('risk', 'both')),
      add column taken_back_at timestamptz,
      add column reported_to text, -- absent where an older version kept it in words
      add column reported_when timestamptz;
    create index concerns_open on concerns (child) where reported_at is null and taken_back_at is null;
    create index concerns_of_raising on concerns (raising) where raising is not null;
    create index concerns_of_case on concerns (case_id) where case_id is not null;

    create table numbers_shown (
      person text primary key,
      at timestamptz not null
    );
  `.execute(db)
}
