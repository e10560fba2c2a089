/** Which lines of what was raised are released to the agencies that are asked: their names, and no words. None of what is there. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table raisings add column released text[] not null default '{}'`.execute(db)
}
