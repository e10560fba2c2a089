/** On a page, each person finds the messages that were for them, and nobody opens another's. */
import { createInbox } from '../../../adapters/postgres/outbox/inbox.ts'
import { createPosted } from '../../../adapters/postgres/outbox/posted.ts'
import type { MessageId, PersonId } from '../../../src/ids.ts'
import { childsName } from '../fill.ts'
import { textOf } from '../words.ts'
import { isApproved } from './told-only-what-they-may-see.ts'
import type { World } from '../world.ts'

export async function pagesAreOnesOwn({ db, words, chance }: World): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').select(['id', 'person', 'state']).orderBy('seq').execute()
  const people = [...new Set(rows.map(({ person }) => person))]
  if (people.length === 0) return []
  const person = chance.oneOf(people)
  const mine = new Set(rows.filter((row) => row.person === person && row.state !== 'withdrawn').map(({ id }) => id))
  const shown = await createInbox(db).messagesFor(person as PersonId)
  const read = createPosted(db, ({ card }) => Promise.resolve(card))
  const others = rows.find((row) => row.person !== person)
  return [
    ...shown.filter(({ id }) => !mine.has(id)).map(({ card }) => `the page of ${person} has "${card.title}"`),
    ...(shown.length < mine.size ? [`the page of ${person} lacks ${mine.size - shown.length} messages`] : []),
    ...shown
      .filter(({ card }) => textOf(card).includes(childsName) || words.of(card).some(({ field }) => !isApproved(field)))
      .map(({ card }) => `the page of ${person} shows in "${card.title}" what nobody approved`),
    ...(others && (await read(others.id as MessageId, person as PersonId))
      ? [`${person} opened what was sent to ${others.person}`]
      : []),
  ]
}
