/** The messages of the outbox, one at a time: as each stands now, for its person alone. */
import type { Kysely } from 'kysely'
import type { AsItStands } from '../../../src/as-it-stands.ts'
import type { Card } from '../../../src/display/card.ts'
import type { Receipt } from '../../../src/ports/messenger.ts'
import type { ReadPosted } from '../../../src/ports/posted.ts'
import type { Database } from '../schema/database.ts'
import { settledIn } from './settled-in.ts'
import { wayOf } from './way-of.ts'

export function createPosted(db: Kysely<Database>, asItStands: AsItStands): ReadPosted {
  return async (message, by) => {
    const row = await db
      .selectFrom('outbox')
      .select(['card', 'settled', 'state', 'platform', 'conversation', 'message'])
      .where('id', '=', message)
      .where('person', '=', by)
      .executeTakeFirst()
    if (!row) return undefined
    const card = await asItStands({ to: by, card: row.card as Card, settled: settledIn(row.settled) })
    return { card, answerable: row.state !== 'withdrawn' && isAnswerable(card), ...receiptIn(row) }
  }
}

const isAnswerable = ({ body, buttons }: Card): boolean =>
  buttons.length > 0 || body.some(({ block }) => block === 'row')

type Row = { readonly platform: string | null; readonly conversation: string | null; readonly message: string | null }

function receiptIn({ platform, conversation, message }: Row): { receipt?: Receipt } {
  const way = wayOf({ platform, conversation })
  return way === undefined || conversation === null || message === null
    ? {}
    : { receipt: { way, conversation, message } }
}
