/** Hashing keys of their own, apart from the secret key. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Two or more only while the secret key is being exchanged: look-ups try all, the highest number is written with.
    create table hashing_keys (
      number integer primary key,
      key bytea not null,
      sealed bytea not null
    );
  `.execute(db)
}
