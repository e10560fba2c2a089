/** What one person was told, or their deputy for them: where it is looked for what waits for them. */
import type { Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { SaidCards } from '../../../src/ports/waits.ts'
import type { Database } from '../schema/database.ts'
import { isAbout } from './of-case.ts'

/** What was asked longer ago has been asked again since. */
const newest = 500

export const createSaidCards = (db: Kysely<Database>): SaidCards => ({
  async saidTo(person, about) {
    const rows = await db
      .selectFrom('outbox')
      .select(['card', 'said_at'])
      .where('state', '<>', 'withdrawn')
      .where((is) =>
        is.or([
          is('person', '=', person),
          is.and([is('meant_for', '=', person), is('person', '<>', is.ref('meant_for'))]),
        ]),
      )
      .$if(about !== undefined, (said) => (about === undefined ? said : said.where(isAbout(about))))
      .orderBy('seq', 'desc')
      .limit(newest)
      .execute()
    return rows.toReversed().map((row) => ({ card: row.card as Card, saidAt: row.said_at }))
  },
})
