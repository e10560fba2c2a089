/** When and where a meeting is, as it stands at the moment of the press. */
import type { Answer } from '../display/answer.ts'
import { button, facts, text } from '../display/card.ts'
import { reading } from '../display/reading.ts'
import { isRefusal } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { when } from './convened.card.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingFor } from './own-meeting.ts'
import { joinBlocks } from './place.card.ts'

export async function showMeeting(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId): Promise<Answer> {
  const own = await meetingFor(world, by, id, 'case')
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const { partnership } = world
  const { state, noteTaker } = meeting
  return reading(
    'When and where',
    [
      facts(['Case', stuck.ref]),
      ...(state === 'offered' ? [text('No time is chosen at the moment. You will be told when there is one.')] : []),
      ...(state === 'recorded' || state === 'approved' ? [text('The meeting has been held.')] : []),
      when(stuck, meeting, partnership),
      ...(noteTaker ? [facts(['Takes the notes', nameOf(partnership, noteTaker)])] : []),
      ...(state === 'convened' ? joinBlocks(meeting) : []),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
}
