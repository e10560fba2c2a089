/** The messages of the outbox, one at a time: as each stands now, for its person alone. */
import type { Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { Receipt } from '../../../src/ports/messenger.ts'
import type { ReadPosted } from '../../../src/ports/posted.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { PersonId } from '../../../src/ids.ts'
import type { Database } from '../schema/database.ts'
import { wayOf } from './way-of.ts'

type StillAnswerable = (message: {
  readonly to: PersonId
  readonly meantFor: PersonId
  readonly about: Subject
  readonly what?: string
}) => Promise<boolean>

export function createPosted(db: Kysely<Database>, stillAnswerable: StillAnswerable): ReadPosted {
  return async (message, by) => {
    const row = await db
      .selectFrom('outbox')
      .select(['card', 'meant_for', 'subject', 'subject_id', 'what', 'state', 'platform', 'conversation', 'message'])
      .where('id', '=', message)
      .where('person', '=', by)
      .executeTakeFirst()
    if (!row) return undefined
    return {
      card: row.card as Card,
      answerable: row.state !== 'withdrawn' && (await stillAnswerable(messageIn(row, by))),
      ...receiptIn(row),
    }
  }
}

type About = {
  readonly meant_for: string
  readonly subject: string
  readonly subject_id: string
  readonly what: string | null
}

const messageIn = ({ meant_for, subject, subject_id, what }: About, to: PersonId) => ({
  to,
  meantFor: meant_for as PersonId,
  about: { subject, id: subject_id } as Subject,
  ...(what !== null && { what }),
})

type Row = { readonly platform: string | null; readonly conversation: string | null; readonly message: string | null }

function receiptIn({ platform, conversation, message }: Row): { receipt?: Receipt } {
  const way = wayOf({ platform, conversation })
  return way === undefined || conversation === null || message === null
    ? {}
    : { receipt: { way, conversation, message } }
}
