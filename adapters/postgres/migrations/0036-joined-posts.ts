/** A routine message waits for its receiver's one post of the day, and may be said in it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox
      drop constraint if exists outbox_state_check,
      -- the key of the post in which it was said
      add column joined_to text;
    alter table outbox add constraint outbox_state_check check (state in
      ('for-post', 'joined', 'waiting', 'sending', 'sent', 'on-page', 'undeliverable', 'unsure', 'withdrawn'));
    create index outbox_for_post on outbox (meant_for) where state = 'for-post';
    create index outbox_joined on outbox (joined_to) where state = 'joined';
  `.execute(db)
}
