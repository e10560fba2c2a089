/**
 * Of which day a return told of each child. Which children the returns before named was not kept: the newest of them stands
 * for all.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table children add column as_of date;
    update children set as_of = (
      select max(data ->> 'asOf')::date from facts where chain = 'partnership' and fact = 'return-merged'
    );
  `.execute(db)
}
