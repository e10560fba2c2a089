/** When care began is kept beside the day that names the period: only a return that shows it, or a person, can say it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table children
      add column began_returned date,
      add column began_said date,
      -- no return has said it yet: what is chased goes on by this day, until the next return shows or asks it
      add column began_assumed boolean not null default false,
      add column remand_alone boolean not null default false;
    update children set began_returned = care_from, began_assumed = true where scope = 'in';
  `.execute(db)
}
