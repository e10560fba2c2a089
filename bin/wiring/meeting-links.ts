/** Online meetings made by Microsoft Graph, where it is configured; without, the chairs give links of their own. */
import { createOnlineMeetings } from '../../adapters/teams/send/online-meetings.ts'
import type { MeetingLinks } from '../../jobs/make-meeting-links.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { keepMeetingLink, meetingsLackingLinks } from '../../src/meetings/keep-meeting-link.ts'
import type { MeetingsNeeds } from '../../src/meetings/needs.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Store } from '../../src/ports/store.ts'
import type { World } from '../../src/ports/world.ts'
import type { GraphConfig } from '../config/config.ts'

type Parts = Pick<World<unknown>, 'newId'> & {
  readonly store: Store<MeetingsNeeds>
  readonly clock: Clock
  readonly partnership: () => Partnership
}

export function meetingLinksOf(graph: GraphConfig, { store, clock, newId, ...current }: Parts): MeetingLinks {
  return {
    onlineMeetings: createOnlineMeetings(graph),
    lacking() {
      const now = clock.now()
      return store.look(now, (tx) => meetingsLackingLinks({ tx, now }))
    },
    async keep(meeting, joinUrl) {
      const [now, partnership] = [clock.now(), current.partnership()]
      const calendar = workingCalendar(partnership.closedDays)
      const world = { now, partnership, calendar, newId }
      await store.transact({ at: now }, (tx) => keepMeetingLink({ ...world, tx }, meeting, joinUrl))
    },
  }
}
