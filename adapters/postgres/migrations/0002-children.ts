/** Children in care, and the rows of a return while it is merged. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table children (
      id uuid primary key,
      ref text not null unique,
      identifier_hash text not null unique,
      identity_hash text not null,
      key bytea not null,
      identity bytea not null,
      scope text not null check (scope in ('in', 'no-episodes', 'ended', 'of-age', 'short-breaks')),
      care_from date,
      legal_status text,
      social_worker text,
      team text,
      iro text,
      allocated_from date,
      confirmed_at timestamptz,
      check (scope <> 'in' or (care_from is not null and legal_status is not null))
    );
    create index children_of_social_worker on children (social_worker) where scope = 'in';
    create table reviews_held (
      child uuid not null references children on delete cascade,
      held_on date not null,
      primary key (child, held_on)
    );

    -- Unlogged: a return is read again after a crash, and a crash empties what it had staged.
    create unlogged table staged_returns (id uuid primary key, started_at timestamptz not null, as_of date not null, rows jsonb);
    create unlogged table staged_children (
      staging uuid not null,
      child integer not null,
      row integer not null,
      identifier_hash text not null,
      identity_hash text not null,
      key bytea not null,
      identity bytea not null,
      of_age boolean not null
    );
    create unlogged table staged_episodes (
      staging uuid not null,
      child integer not null,
      row integer not null,
      from_day date not null,
      to_day date,
      legal_status text not null,
      starts_care boolean not null,
      leaves_care boolean not null
    );
    create unlogged table staged_reviews (
      staging uuid not null,
      child integer not null,
      row integer not null,
      held_on date not null
    );
    create unlogged table staged_allocations (
      staging uuid not null,
      child integer not null,
      row integer not null,
      social_worker text not null,
      team text,
      iro text,
      from_day date not null
    );
  `.execute(db)
}
