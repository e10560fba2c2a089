/** A review that a return told of, and that a person knows was not held on that day: no return brings it back. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reviews_taken_back (
      child uuid not null references children on delete cascade,
      held_on date not null,
      by text not null,
      at timestamptz not null,
      primary key (child, held_on)
    );
    alter table duty_words drop constraint duty_words_kind_check;
    alter table duty_words add constraint duty_words_kind_check
      check (kind in ('recorded', 'not-held', 'passed-on', 'review-taken-back'));
  `.execute(db)
}
