/** Each form shows the numbers in one line, so nobody's having seen them is kept any longer. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table numbers_shown`.execute(db)
}
