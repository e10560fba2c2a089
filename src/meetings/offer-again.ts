/** New times for a meeting whose old ones have passed, are taken or were taken back. */
import type { Case } from '../cases/case.ts'
import type { World } from '../ports/world.ts'
import { freeTimes } from './free-times.ts'
import { drawnAsTimePasses } from './as-time-passes.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { Span } from './slots.ts'

export async function offerAgain(
  world: World<MeetingsNeeds>,
  stuck: Case,
  meeting: Meeting,
  except: readonly Span[] = [],
): Promise<Meeting> {
  const { tx } = world
  const slots = await freeTimes(world, stuck, meeting.minutes, except)
  const again = { ...meeting, slots }
  await tx.saveMeeting(again)
  const offered = slots.map((slot) => slot.toISOString())
  await tx.record({ fact: 'times-offered', case: stuck.id, meeting: meeting.id, slots: offered })
  await drawnAsTimePasses(world, again)
  return again
}
