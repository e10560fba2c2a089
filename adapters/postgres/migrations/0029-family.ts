/** What was said of the family when a case was confirmed is kept with the case, and an action may be to tell them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column parents_told text,
      add column child_told text,
      add column sharing_basis text,
      add constraint family_is_whole check (num_nulls(parents_told, child_told) in (0, 2));
    alter table actions add column tells text check (tells in ('parents', 'child'));
    -- one of each: what is moved with the meeting is never a second one
    create unique index actions_that_tell on actions (case_id, tells) where state = 'open';

    -- so far it was in the log alone
    update cases set parents_told = said.data ->> 'parents', child_told = said.data ->> 'childTold'
    from (select distinct on (data ->> 'case') data from facts where fact = 'case-confirmed'
      order by data ->> 'case', seq desc) as said
    where cases.id::text = said.data ->> 'case'
      and num_nulls(said.data ->> 'parents', said.data ->> 'childTold') = 0;
  `.execute(db)
}
