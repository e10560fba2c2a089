/**
 * Somebody is welcomed once at each account; a person who used theirs before has met the bot already. And what is said about
 * a case lies in one thread: what was said before has none, and the next message begins it.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table accounts add column welcomed_at timestamptz;
    update accounts set welcomed_at = used_at;

    create table threads (
      person text not null,
      case_id uuid not null references cases on delete cascade,
      workspace text not null,
      account_user text not null,
      root uuid not null references outbox on delete cascade,
      primary key (person, case_id, workspace, account_user)
    );
    create index threads_of_case on threads (case_id);
    create index threads_of_root on threads (root);
  `.execute(db)
}
