/** Somebody is welcomed once at each account. Whoever used theirs before has met the bot already. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table accounts add column welcomed_at timestamptz;
    update accounts set welcomed_at = used_at;
  `.execute(db)
}
