/** An action has a kind where somebody who judges does it; what is handed over waits to be accepted; "not mine" can be taken back. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table actions add column kind text check (kind in ('early-review', 'challenge', 'see-child'));
    alter table proposals add column kind text check (kind in ('early-review', 'challenge', 'see-child'));

    alter table actions
      add column offered_to text,
      add column offered_by text,
      add column offered_at timestamptz,
      add constraint action_offers_are_whole check (num_nulls(offered_to, offered_by, offered_at) in (0, 3));
    alter table duties
      add column offered_to text,
      add column offered_by text,
      add column offered_at timestamptz,
      add constraint duty_offers_are_whole check (num_nulls(offered_to, offered_by, offered_at) in (0, 3));

    alter table children
      add column given_back_by text,
      add column given_back_from text,
      add constraint given_back_is_whole check (num_nulls(given_back_by, given_back_from) in (0, 2));
  `.execute(db)
}
