/** Nudges and the daily posts that carry them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table nudges (
      id uuid primary key,
      person text not null,
      subject text not null check (subject in ('action', 'duty')),
      subject_id uuid not null,
      rung text not null,
      day date not null,
      posted_to text,
      posted_on date,
      unique (person, subject, subject_id, rung, day)
    );
    create index nudges_waiting on nudges (person) where posted_on is null;
    create index nudges_posted on nudges (posted_on) where posted_on is not null;

    create table posts (
      person text not null,
      day date not null,
      shadow boolean not null,
      nudges integer not null,
      at timestamptz not null,
      reported boolean not null default false,
      primary key (person, day)
    );
    create index posts_in_shadow on posts (day) where shadow;
  `.execute(db)
}
