/** The tables under every room: log, outbox, wakes, answers, accounts, settings. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table facts (
      seq bigint generated always as identity primary key,
      chain text not null,
      fact text not null,
      data jsonb not null,
      by text,
      at timestamptz not null,
      previous text not null,
      hash text not null
    );
    create index facts_of_chain on facts (chain, seq);
    create table chains (chain text primary key, hash text not null);

    create table outbox (
      id uuid primary key,
      seq bigint generated always as identity,
      key text not null unique,
      person text not null,
      meant_for text not null,
      subject text not null,
      subject_id text not null,
      card jsonb not null,
      urgent boolean not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'sending', 'sent', 'undeliverable', 'unsure', 'withdrawn')),
      said_at timestamptz not null,
      not_before timestamptz not null,
      lease_until timestamptz,
      taken_at timestamptz,
      attempts integer not null default 0,
      settled_at timestamptz,
      code text,
      platform text,
      conversation text,
      message text
    );
    create index outbox_open on outbox (not_before) where state in ('waiting', 'sending');
    create index outbox_of_person on outbox (person, seq);
    create index outbox_of_subject on outbox (subject_id);

    create table wakes (
      key text primary key,
      wake jsonb not null,
      due timestamptz not null,
      tries integer not null default 0
    );
    create index wakes_due on wakes (due);

    create table answered (key text primary key, answer jsonb, at timestamptz not null);
    create index answered_at on answered (at);

    create table accounts (
      id uuid primary key,
      platform text not null,
      workspace text not null,
      account_user text not null,
      person text not null,
      linked_by text not null check (linked_by in ('address', 'code', 'letter')),
      linked_at timestamptz not null,
      used_at timestamptz not null,
      preferred boolean not null default false,
      removed_at timestamptz,
      unreachable_since timestamptz,
      conversation jsonb,
      unique (platform, workspace, account_user)
    );
    create index accounts_of_person on accounts (person, used_at desc);
    create unique index accounts_preferred on accounts (person) where preferred;

    create table link_codes (person text primary key, code_hash text not null, until timestamptz not null);
    create index link_codes_by_hash on link_codes (code_hash);
    create table wrong_codes (
      platform text not null,
      workspace text not null,
      account_user text not null,
      at timestamptz not null
    );
    create index wrong_codes_of_account on wrong_codes (platform, workspace, account_user, at);

    create table away (person text primary key, from_day date not null, until_day date not null);
    create index away_until on away (until_day);

    create table settings (name text primary key, value jsonb not null);
  `.execute(db)
}
