/** Tells the chair of a meeting; nobody where they have left: the coordinators have that on their list, and can name another. */
import type { MessageKey } from '../people/kinds-of-message.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Card } from '../display/card.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

export async function tellChair(
  world: World<MeetingsNeeds>,
  { id, chair: to }: Pick<Meeting, 'id' | 'chair'>,
  key: MessageKey,
  card: Card,
): Promise<void> {
  if (!personById(world.partnership, to)) return
  await tell(world, { key, to, card, about: { subject: 'meeting', id }, what: 'for-chair' })
}
