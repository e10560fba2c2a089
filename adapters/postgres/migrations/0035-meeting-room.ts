/** A meeting may be in a room; the words were checked as a link is, and approved by the chair who wrote them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings add column room text`.execute(db)
}
