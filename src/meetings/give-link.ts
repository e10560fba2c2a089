/** A meeting has a link: everybody of the case is told, once for each link. */
import type { Case } from '../cases/case.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { MeetingAddress } from './meeting-address.ts'
import { whileItLasts, type Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { onlineCard, withChairButtons } from './online.card.ts'

export async function giveLink(
  world: World<MeetingsNeeds>,
  { meeting, stuck }: { readonly meeting: Meeting; readonly stuck: Case },
  address: MeetingAddress,
): Promise<void> {
  const given = (meeting.online?.given ?? 0) + 1
  const linked: Meeting = { ...meeting, online: { address, given } }
  await world.tx.saveMeeting(linked)
  const card = onlineCard(stuck, linked)
  for (const { person: to } of hears(named({ case: stuck }, world.partnership), 'news').to)
    await tell(world, {
      key: `link-${meeting.id}-${given}-${to}`,
      to,
      card: to === meeting.chair ? withChairButtons(card, linked) : card,
      about: { subject: 'meeting', id: meeting.id },
      what: 'news',
      ...whileItLasts(linked),
    })
}
