/** A meeting has a room or a link: everybody of the case is told, once for each. */
import type { Case } from '../cases/case.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { beforeItsDay, whileItLasts, type Meeting, type Where } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { placeCard, withChairButtons } from './place.card.ts'

export async function givePlace(
  world: World<MeetingsNeeds>,
  { meeting, stuck }: { readonly meeting: Meeting; readonly stuck: Case },
  where: Omit<Where, 'given'>,
): Promise<void> {
  const given = (meeting.where?.given ?? 0) + 1
  const placed: Meeting = { ...meeting, where: { ...where, given } }
  await world.tx.saveMeeting(placed)
  const card = placeCard(stuck, placed, meeting.where)
  for (const { person: to } of hears(named({ case: stuck }, world.partnership), 'news').to)
    await tell(world, {
      key: `link-${meeting.id}-${given}-${to}`,
      to,
      card: to === meeting.chair ? withChairButtons(card, placed) : card,
      about: { subject: 'meeting', id: meeting.id },
      what: 'news',
      ...whileItLasts(placed),
      ...beforeItsDay(placed),
    })
}
