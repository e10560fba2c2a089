/** How many copies of a message its person may have seen, so that it need not be asked of the platform. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox add column copies integer not null default 0;
    -- the accounts at which it may have been posted unseen
    alter table outbox add column tried_at jsonb not null default '[]';
    -- of what went before: one, or two where it was sent again without knowing how the first attempt ended
    update outbox set copies = case state when 'unsure' then 2 else 1 end
    where state in ('sent', 'unsure') or state in ('waiting', 'sending') and taken_at is not null;
  `.execute(db)
}
