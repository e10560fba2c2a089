/** What an IRO challenges, stage by stage, until the IRO says how it ended. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table challenges (
      id uuid primary key,
      child uuid not null references children on delete cascade,
      duty uuid not null references duties on delete cascade,
      kind text not null,
      due date not null,
      by text not null,
      at timestamptz not null,
      stages jsonb not null,
      stage int not null,
      state text not null check (state in ('asked', 'answered', 'ended')),
      answer text check (answer in ('done', 'by-date', 'not-agreed')),
      agreed_by date,
      outcome text check (outcome in ('accepted', 'another-way', 'cafcass', 'withdrawn')),
      check ((state = 'ended') = (outcome is not null))
    );
    create unique index challenge_open_of_duty on challenges (duty) where state <> 'ended';

    create table challenge_words (
      id bigint generated always as identity primary key,
      challenge uuid not null references challenges on delete cascade,
      kind text not null check (kind in ('opened', 'answered', 'moved', 'ended')),
      stage int not null,
      by text not null,
      at timestamptz not null,
      chosen text not null,
      words bytea not null
    );
    create index challenge_words_of on challenge_words (challenge, id);
  `.execute(db)
}
