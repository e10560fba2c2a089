/** What one person was told, newest first, wherever it was sent: nothing is lost with an account that is gone. */
import type { Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { MessageId } from '../../../src/ids.ts'
import type { Inbox, InboxMessage } from '../../../src/ports/inbox.ts'
import type { Way } from '../../../src/ports/messenger.ts'
import type { Database } from '../schema/database.ts'
import { settledIn } from './settled-in.ts'
import { wayOf } from './way-of.ts'

/** What was withdrawn is nowhere; what waits for a post, or went with one, stands in that. */
const elsewhere = ['withdrawn', 'for-post', 'joined']

/** More than anybody scrolls through; older cards stay on the pages of their case. */
const newest = 500

export function createInbox(db: Kysely<Database>): Inbox {
  return {
    async messagesFor(person) {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'card', 'settled', 'state', 'attempts', 'said_at', 'not_before', 'settled_at'])
        .select(['platform', 'conversation'])
        .where('person', '=', person)
        .where('state', 'not in', elsewhere)
        .orderBy('seq', 'desc')
        .limit(newest)
        .execute()
      return rows.map((row): InboxMessage => ({
        id: row.id as MessageId,
        card: row.card as Card,
        ...settledOf(row.settled),
        state: row.state === 'sending' ? 'waiting' : (row.state as InboxMessage['state']),
        ...(row.settled_at && row.state !== 'undeliverable' && { sentAt: row.settled_at }),
        ...(row.attempts === 0 && row.not_before > row.said_at && { heldUntil: row.not_before }),
        ...sentBy(wayOf(row)),
      }))
    },
  }
}

function settledOf(kept: unknown): Pick<InboxMessage, 'settled'> {
  const settled = settledIn(kept)
  return Object.keys(settled).length > 0 ? { settled } : {}
}

const sentBy = (way: Way | undefined): Pick<InboxMessage, 'way'> => (way === undefined || way === 'web' ? {} : { way })
