/** A database with an outbox, and a way to say things as a use case would. */
import { randomUUID } from 'node:crypto'
import { openQuickly } from './quick-database.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { baseTx } from '../../adapters/postgres/transaction/transaction.ts'
import { card, text } from '../../src/display/card.ts'
import { CaseId, PersonId, type MessageId } from '../../src/ids.ts'
import type { Message } from '../../src/ports/transaction.ts'
import { freshDatabase } from './database.ts'

export const person = (id: string): PersonId => PersonId.parse(id)

type Saying = Partial<Omit<Message, 'to'>> & { readonly to?: string; readonly at?: Date }

export async function outboxForTest() {
  const fresh = await freshDatabase()
  const opened = openQuickly(fresh.url, 6)
  const { db } = opened
  let count = 0

  /** Says it at noon on Monday 2 March 2026 unless told otherwise, to be sent at once. */
  async function say({ to = 'amy', at = noon, ...message }: Saying = {}): Promise<MessageId> {
    const key = message.key ?? `said-${++count}`
    await baseTx(db, { at }).say({
      key,
      to: person(to),
      meantFor: person(to),
      card: card(`Card ${key}`, [text('Something to look at.')]),
      about: { subject: 'case', id: CaseId.parse(randomUUID()) },
      notBefore: at,
      urgent: false,
      ...message,
    })
    const row = await db.selectFrom('outbox').select('id').where('key', '=', key).executeTakeFirstOrThrow()
    return row.id as MessageId
  }

  const rowOf = (id: MessageId) => db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  return {
    url: fresh.url,
    db,
    outbox: createOutbox(db),
    say,
    rowOf,
    stateOf: async (id: MessageId) => (await rowOf(id)).state,
    async drop() {
      await opened.close()
      await fresh.drop()
    },
  }
}

export const noon = new Date('2026-03-02T12:00:00Z')
export const after = (ms: number): Date => new Date(noon.getTime() + ms)
