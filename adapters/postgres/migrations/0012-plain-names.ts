/** The words of the practice: what is stuck is a theme, and who is asked is an agency. Facts keep the names they have. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases rename column stuck to theme;
    alter table raisings rename column stuck to theme;
    alter table asked rename column body to agency;
    alter table requests rename column body to agency;
    alter table actions rename column body to agency;
    alter index actions_open_of_body rename to actions_open_of_agency;
  `.execute(db)
}
