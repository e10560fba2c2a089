/** What is said again and has not moved waits for the weekday on which its person reads their overview. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- 1 is Monday; nobody's row: Monday
    create table overview_days (
      person text primary key,
      weekday smallint not null check (weekday between 1 and 5)
    );
    alter table nudges
      -- as it stood when the rung was reached; null: by an earlier version, of which nothing is a repeat
      add column due date,
      add column waits_until date;
    alter table outbox add column waits_until date;
  `.execute(db)
}
