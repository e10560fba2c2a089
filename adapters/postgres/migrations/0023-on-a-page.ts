/** A message that lies on a page counts as delivered once its person has opened that page; an account belongs to the address that linked it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox drop constraint outbox_state_check,
      add constraint outbox_state_check
        check (state in ('waiting', 'sending', 'on-page', 'sent', 'undeliverable', 'unsure', 'withdrawn')),
      add column opened_at timestamptz;
    create index outbox_on_page on outbox (person) where state = 'on-page';

    -- whose page has messages of which nothing tells them
    create table unopened_pages (
      person text primary key,
      since timestamptz not null,
      told_at timestamptz
    );

    -- keyed, of the work email address by which it was linked; null: from before, or of an older hashing key
    alter table accounts add column address_hash text;
  `.execute(db)
}
