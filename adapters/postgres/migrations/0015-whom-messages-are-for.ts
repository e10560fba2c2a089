/** What a message tells of its thing, and until when it holds: asked right before it is sent. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox
      add column what text, -- absent: for anybody who has a part in the thing
      add column holds_until timestamptz;
  `.execute(db)
}
