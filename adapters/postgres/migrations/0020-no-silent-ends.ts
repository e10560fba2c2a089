/** A case is closed by agreement and its raisers can object; a raising can be added to, withdrawn, and named to the IRO alone. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases add column closed_at timestamptz;
    -- The log knows when; a case that was closed before there was a log of it was raised at the latest.
    update cases set closed_at = coalesce(
      (select max(facts.at) from facts where fact = 'case-closed' and data ->> 'case' = cases.id::text), raised_at
    ) where state = 'closed';
    alter table cases add constraint closed_cases_have_a_day check ((state = 'closed') = (closed_at is not null));

    create table closings (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      by text not null,
      acts_as text not null check (acts_as in ('social-worker', 'chair', 'coordinator')),
      at timestamptz not null,
      state text not null check (state in ('proposed', 'agreed', 'kept-open', 'overtaken')),
      words bytea not null,
      answered_by text,
      answered_at timestamptz,
      answer bytea
    );
    create unique index one_proposal_to_close on closings (case_id) where state = 'proposed';
    create index closings_of_case on closings (case_id, at);

    alter table actions drop constraint actions_state_check,
      add constraint actions_state_check check (state in ('open', 'done', 'ended'));
    alter table action_words drop constraint action_words_kind_check,
      add constraint action_words_kind_check check (kind in ('done', 'moved', 'handed-over', 'ended'));

    alter table raisings
      add column withdrawn_at timestamptz,
      add column named_to text not null default 'all' check (named_to in ('all', 'iro')),
      add column objected_at timestamptz,
      add column objection bytea,
      add column objection_answered_at timestamptz;
  `.execute(db)
}
