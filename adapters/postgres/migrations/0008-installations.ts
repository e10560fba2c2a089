/** Workspaces that installed the bot for themselves. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installations (
      workspace text primary key,
      key bytea not null,
      sealed bytea not null
    );
  `.execute(db)
}
