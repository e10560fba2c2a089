/** The twin of `answer`: time rings, and every wake finds its use case, in the transaction that claimed it. */
import { remindActionOffered } from './actions/offer-action.ts'
import { remindDutyOffered } from './duties/offer-duty.ts'
import { remindUnclosed } from './actions/remind-unclosed.ts'
import { workingCalendar } from './calendar/working-days.ts'
import { remindUnconfirmed } from './cases/remind-unconfirmed.ts'
import { remindUnmatched } from './cases/remind-unmatched.ts'
import { remindClosing } from './closing/remind-closing.ts'
import { remindChallenge } from './challenges/remind-challenge.ts'
import { remindObjection } from './closing/remind-objection.ts'
import type { ClimbKey } from './climbs/needs.ts'
import { repeatConcern } from './concerns/repeat-concern.ts'
import { remindAgain } from './duties/remind-again.ts'
import { remindOldDates } from './duties/remind-old-dates.ts'
import { remindFirstLook } from './duties/remind-first-look.ts'
import { remindNoSocialWorker } from './children/remind-no-social-worker.ts'
import { checkHandovers } from './handovers/check-handovers.ts'
import { remindUnread } from './handovers/remind-unread.ts'
import {
  ActionId,
  CaseId,
  ChallengeId,
  ChildEventId,
  ClosingId,
  ConcernId,
  DutyId,
  HandoverId,
  MeetingId,
  PersonId,
  RaisingId,
  RequestId,
} from './ids.ts'
import { askInputs } from './inputs/ask-inputs.ts'
import { ringLateView } from './inputs/late-view.ts'
import { ringViews } from './inputs/remind-inputs.ts'
import { announceMeeting, remindTomorrow } from './meetings/announce-meeting.ts'
import { redrawMeeting } from './meetings/as-time-passes.ts'
import { offerTimes } from './meetings/offer-times.ts'
import { remindOfMeeting, remindTimesNotPicked, remindUnfinished } from './meetings/remind-unfinished.ts'
import { postDaily } from './nudges/daily-post.ts'
import { stillTrue } from './still-true.ts'
import { nudgesMode } from './nudges/decide-nudges.ts'
import type { NudgesMode } from './nudges/nudge.ts'
import { ringActionRung, ringDutyRung } from './nudges/ring-rung.ts'
import { reportShadow } from './nudges/shadow-report.ts'
import type { AllNeeds } from './needs.ts'
import type { Partnership } from './partnership/partnership.ts'
import { endOldLinks } from './people/end-old-links.ts'
import { tellUnopened } from './people/tell-unopened.ts'
import type { Store } from './ports/store.ts'
import type { World } from './ports/world.ts'
import type { Wake } from './vocabulary.ts'

export type RingParts = {
  readonly store: Store<AllNeeds>
  /** As it stands at each ring. */
  readonly partnership: () => Partnership
  /** As the process is set; in a real partnership `live` also needs a recorded decision. */
  readonly nudges: NudgesMode
  readonly newId: () => string
}

/** Rings the earliest wake that is due; false when none is. */
export function createRing({ store, nudges, newId, ...current }: RingParts): (at: Date) => Promise<boolean> {
  return (at) => {
    const partnership = current.partnership()
    const calendar = workingCalendar(partnership.closedDays)
    return store.ringDue(at, (tx, wake) => ring({ tx, now: at, partnership, calendar, newId }, wake, nudges))
  }
}

async function ring(world: World<AllNeeds>, wake: Wake, configured: NudgesMode): Promise<void> {
  switch (wake.wake) {
    case 'climb-due':
      return ringClimb(world, wake)
    case 'case-unconfirmed':
      return remindUnconfirmed(world, wake.case)
    case 'concern-unreported':
      return repeatConcern(world, wake.concern)
    case 'inputs-ask':
      return askInputs(world, wake.case)
    case 'inputs-remind':
      return ringViews(world, wake.case, 'remind')
    case 'inputs-close':
      return ringViews(world, wake.case, 'close')
    case 'meeting-offer':
      return offerTimes(world, wake.case)
    case 'meeting-tomorrow':
      return remindTomorrow(world, wake.meeting)
    case 'meeting-opens':
      return announceMeeting(world, wake.meeting)
    case 'meeting-redraw':
      return redrawMeeting(world, wake.meeting)
    case 'meeting-unfinished':
      return remindOfMeeting(world, wake.meeting)
    case 'action-rung':
      return ringActionRung(world, wake.action)
    case 'duty-rung':
      return ringDutyRung(world, wake.duty)
    case 'daily-post':
      return postDaily(world, wake, await modeOf(world, configured), (_, forPost) => stillTrue(world, forPost))
    case 'shadow-report':
      return reportShadow(world, wake)
    case 'page-unopened':
      return tellUnopened(world, wake.person)
    case 'handover-check':
      await endOldLinks(world)
      return checkHandovers(world)
    case 'handover-unread':
      return remindUnread(world, wake.handover)
  }
}

/** Each kind of climb finds the use case that knows whether it still waits, and whom its stage tells. */
async function ringClimb(world: World<AllNeeds>, { climb, thing }: ClimbKey): Promise<void> {
  switch (climb) {
    case 'case-unconfirmed':
      return remindUnconfirmed(world, CaseId.parse(thing))
    case 'raising-unmatched':
      return remindUnmatched(world, RaisingId.parse(thing))
    case 'case-unclosed':
      return remindUnclosed(world, CaseId.parse(thing))
    case 'first-look':
      return remindFirstLook(world, PersonId.parse(thing))
    case 'dates-old':
      return remindOldDates(world, PersonId.parse(thing))
    case 'no-social-worker':
      return remindNoSocialWorker(world)
    case 'views':
      return ringViews(world, CaseId.parse(thing))
    case 'late-view':
      return ringLateView(world, RequestId.parse(thing))
    case 'times-not-picked':
      return remindTimesNotPicked(world, MeetingId.parse(thing))
    case 'meeting-unfinished':
      return remindUnfinished(world, MeetingId.parse(thing))
    case 'concern-unreported':
      return repeatConcern(world, ConcernId.parse(thing))
    case 'handover-unread':
      return remindUnread(world, HandoverId.parse(thing))
    case 'closing-unanswered':
      return remindClosing(world, ClosingId.parse(thing))
    case 'objection-unanswered':
      return remindObjection(world, RaisingId.parse(thing))
    case 'challenge-unanswered':
      return remindChallenge(world, ChallengeId.parse(thing))
    case 'action-offered':
      return remindActionOffered(world, ActionId.parse(thing))
    case 'duty-offered':
      return remindDutyOffered(world, DutyId.parse(thing))
    case 'assessment-again':
      return remindAgain(world, ChildEventId.parse(thing))
    case 'action-undone':
      return ringActionRung(world, ActionId.parse(thing))
    case 'duty-unrecorded':
      return ringDutyRung(world, DutyId.parse(thing))
  }
}

async function modeOf({ tx, partnership }: World<AllNeeds>, configured: NudgesMode): Promise<NudgesMode> {
  return partnership.demonstration ? configured : nudgesMode(configured, await tx.nudgesDecision())
}
