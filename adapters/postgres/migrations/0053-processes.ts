/** Which processes live, so that what a dead one had in hand waits for no lease; and which attempts were only told to wait. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- by the time of the database: the clocks of processes differ
    create table processes (
      id uuid primary key,
      seen_at timestamptz not null default now()
    );
    alter table outbox
      -- null: taken by an earlier version, of which nothing but the lease is known
      add column taken_by uuid,
      -- of the attempts, those that say nothing of the message
      add column waits integer not null default 0;
    create table pauses (
      platform text not null,
      workspace text not null,
      until timestamptz not null,
      primary key (platform, workspace)
    );
  `.execute(db)
}
