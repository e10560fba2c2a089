/** Requests for a view, and meetings. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table requests (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      body text not null,
      person text not null,
      because bytea not null,
      state text not null check (state in ('asked', 'known', 'not-ours', 'cannot-tell', 'given')),
      asked_at timestamptz not null,
      reminded_at timestamptz,
      given_at timestamptz,
      view bytea,
      unique (case_id, body)
    );

    create table meetings (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      chair text not null,
      note_taker text,
      slots jsonb not null,
      minutes integer not null,
      starts_at timestamptz,
      online_address text,
      online_given integer not null default 0,
      state text not null check (state in ('offered', 'convened', 'recorded', 'approved')),
      attended jsonb not null,
      recordings int not null,
      record bytea,
      summary jsonb
    );
    create index meetings_of_case on meetings (case_id);

    create table proposals (
      id uuid primary key,
      meeting_id uuid not null references meetings on delete cascade,
      seq bigint generated always as identity,
      owner text not null,
      due date not null,
      words bytea not null
    );
    create index proposals_of_meeting on proposals (meeting_id, seq);
  `.execute(db)
}
