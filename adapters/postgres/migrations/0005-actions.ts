/** Actions and what was written about them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table actions (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      owner text not null,
      body text,
      what bytea not null,
      know bytea not null,
      first_due date not null,
      due date not null,
      moves integer not null,
      told_on date not null,
      started_on date not null,
      state text not null check (state in ('open', 'done')),
      done_on date,
      ladder jsonb not null,
      last_rung text,
      last_rung_on date,
      promised_at timestamptz not null
    );
    create index actions_of_case on actions (case_id);
    create index actions_open_of_owner on actions (owner) where state = 'open';
    create index actions_open_of_body on actions (body) where state = 'open';

    create table action_words (
      id bigint generated always as identity primary key,
      action uuid not null references actions on delete cascade,
      kind text not null check (kind in ('done', 'moved', 'handed-over')),
      by text not null,
      at timestamptz not null,
      words bytea not null
    );
    create index words_of_action on action_words (action, id);
  `.execute(db)
}
