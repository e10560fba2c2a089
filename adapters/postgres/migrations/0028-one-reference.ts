/** A case is called by the reference of its child; what it was called before still finds it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column earlier_ref text,
      -- what one case was called may be what the child of another is called: looked at once all have their new one
      drop constraint cases_ref_key;

    update cases set earlier_ref = cases.ref, ref = called.ref
    from (
      select cases.id, children.ref || case counted.place when 1 then '' else '-' || counted.place end as ref
      from cases
      join children on children.id = cases.child
      join (
        select id, row_number() over (partition by child order by raised_at, id) as place from cases
      ) as counted on counted.id = cases.id
    ) as called
    where called.id = cases.id;

    alter table cases add constraint cases_ref_key unique (ref);

    -- what is said of a taking-over from now on says it as everything else does
    update handovers set ref = cases.ref from cases where handovers.ref = cases.earlier_ref;
  `.execute(db)
}
