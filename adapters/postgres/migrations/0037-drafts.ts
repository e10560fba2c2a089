/** What was typed on a page and not sent, sealed under a key of its own that goes with it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table drafts (
      id uuid primary key default gen_random_uuid(),
      person text not null,
      form text not null,
      ask jsonb not null,
      key bytea not null,
      words bytea not null,
      at timestamptz not null,
      unique (person, form)
    );
    create index drafts_by_age on drafts (at);
  `.execute(db)
}
