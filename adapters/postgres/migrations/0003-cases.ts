/** Cases, their raisings, who is asked, and concerns. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cases (
      id uuid primary key,
      ref text not null unique,
      child uuid not null,
      stuck text not null,
      needed date not null,
      state text not null check (state in ('raised', 'asking', 'convening', 'following-up', 'closed')),
      social_worker text not null,
      iro text,
      chair text,
      raised_at timestamptz not null,
      inputs_close date,
      policies jsonb not null,
      key bytea not null,
      identity bytea,
      confirmation bytea,
      closing bytea
    );
    create unique index one_open_case_of_a_child on cases (child) where state <> 'closed';

    create table asked (
      case_id uuid not null references cases on delete cascade,
      body text not null,
      person text not null,
      because bytea not null,
      primary key (case_id, body)
    );
    create index asked_of_person on asked (person);

    create table raisings (
      id uuid primary key,
      case_id uuid references cases on delete cascade,
      by text not null,
      at timestamptz not null,
      stuck text not null,
      needed date not null,
      takes_part boolean not null,
      key bytea not null,
      words bytea not null,
      identifier bytea
    );
    create index raisings_of_case on raisings (case_id);
    create index raisings_by on raisings (by);

    create table concerns (
      id uuid primary key,
      case_id uuid,
      child uuid,
      writer text not null,
      told jsonb not null,
      raised_at timestamptz not null,
      repeats integer not null,
      reported_at timestamptz,
      key bytea not null,
      report bytea,
      reported_by text
    );
    create index concerns_unreported on concerns (writer) where reported_at is null;
  `.execute(db)
}
