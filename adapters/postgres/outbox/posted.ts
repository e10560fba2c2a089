/** The messages of the outbox, one at a time: as each stands now, for its person alone. */
import type { Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { Receipt } from '../../../src/ports/messenger.ts'
import type { ReadPosted } from '../../../src/ports/posted.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { PersonId } from '../../../src/ids.ts'
import type { Database } from '../schema/database.ts'
import { wayOf } from './way-of.ts'

type StillAnswerable = (message: { readonly to: PersonId; readonly about: Subject }) => Promise<boolean>

export function createPosted(db: Kysely<Database>, stillAnswerable: StillAnswerable): ReadPosted {
  return async (message, by) => {
    const row = await db
      .selectFrom('outbox')
      .select(['card', 'subject', 'subject_id', 'state', 'platform', 'conversation', 'message'])
      .where('id', '=', message)
      .where('person', '=', by)
      .executeTakeFirst()
    if (!row) return undefined
    const about = { subject: row.subject, id: row.subject_id } as Subject
    return {
      card: row.card as Card,
      answerable: row.state !== 'withdrawn' && (await stillAnswerable({ to: by, about })),
      ...receiptIn(row),
    }
  }
}

type Row = { readonly platform: string | null; readonly conversation: string | null; readonly message: string | null }

function receiptIn({ platform, conversation, message }: Row): { receipt?: Receipt } {
  const way = wayOf({ platform, conversation })
  return way === undefined || conversation === null || message === null
    ? {}
    : { receipt: { way, conversation, message } }
}
