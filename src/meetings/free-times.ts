/** Times at which nobody who is asked to come is in another meeting of ours. What else is in their diaries is not known. */
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'
import { overlaps, slotsFrom, type Span } from './slots.ts'

export async function freeTimes(
  world: World<MeetingsNeeds>,
  stuck: Case,
  minutes = stuck.policies.meetingMinutes,
  /** A time that was taken back. */
  except: readonly Span[] = [],
): Promise<readonly Date[]> {
  const { now, partnership, calendar } = world
  const offering = { ...stuck.policies, meetingMinutes: minutes }
  return slotsFrom(dayOf(now), offering, partnership.workingHours, calendar, [
    ...(await taken(world, stuck)),
    ...except,
  ])
}

/** Another meeting of somebody who is asked to come was set for this time since it was offered. */
export async function isTaken(
  world: World<MeetingsNeeds>,
  stuck: Case,
  meeting: { readonly startsAt: Date; readonly minutes: number },
): Promise<boolean> {
  return (await taken(world, stuck)).some((other) => overlaps(meeting, other))
}

const taken = ({ tx, now }: World<MeetingsNeeds>, stuck: Case) =>
  tx.meetingsWith(whoComes(stuck), { after: now, except: stuck.id })

function whoComes({ chair, socialWorker, iro, asked }: Case): readonly PersonId[] {
  const agencies = asked.filter(({ request }) => request !== 'not-ours').map(({ person }) => person)
  return [...new Set([socialWorker, chair, iro, ...agencies].filter((person) => person !== undefined))]
}
