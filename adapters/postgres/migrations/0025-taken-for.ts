/** What a deputy received for somebody, found by whom it was meant for. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index outbox_taken_for on outbox (meant_for, seq) where person <> meant_for`.execute(db)
}
