/** Wakes that are due at one instant ring in the order of their keys, which nobody has to sort each time. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index wakes_in_order on wakes (due, key);
    drop index wakes_due;
  `.execute(db)
}
