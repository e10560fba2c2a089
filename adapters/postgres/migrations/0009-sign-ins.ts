/** Signing in by email: links and sessions. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_ins (
      id bigint generated always as identity primary key,
      browser bytea not null,
      address bytea not null,
      person text,
      link bytea unique,
      has_letter boolean not null,
      asked_at timestamptz not null
    );
    create index sign_ins_of_browser on sign_ins (browser, asked_at);
    create index sign_ins_of_address on sign_ins (address, asked_at);

    create table sessions (
      secret bytea primary key,
      person text not null,
      account_since timestamptz not null,
      ends_at timestamptz not null
    );
  `.execute(db)
}
