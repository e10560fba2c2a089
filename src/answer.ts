/** The one door in: every ask finds its use case, and each use case is one transaction. */
import { completeAction, openCompleteAction } from './actions/complete-action.ts'
import { handOverAction, openHandOverAction } from './actions/hand-over-action.ts'
import { moveAction, openMoveAction } from './actions/move-action.ts'
import { openAction } from './actions/open-action.ts'
import { openActions } from './actions/open-actions.ts'
import { workingCalendar } from './calendar/working-days.ts'
import { openIdentity } from './cases/identity.ts'
import { closeCase, openCloseCase } from './cases/close-case.ts'
import { confirmCase, openConfirmCase } from './cases/confirm-case.ts'
import { matchRaising, openMatchRaising } from './cases/match-raising.ts'
import { help, openMine } from './cases/mine.ts'
import { openCaseReading } from './cases/open-case.ts'
import { openRaiseCase, raiseCase } from './cases/raise-case.ts'
import { openReportConcern, reportConcern } from './concerns/report-concern.ts'
import { urgentCard } from './concerns/urgent.card.ts'
import type { Answer } from './display/answer.ts'
import type { FormValues } from './display/form.ts'
import { refused } from './display/refusal.ts'
import { expectDuty, openExpectDuty } from './duties/expect-duty.ts'
import { confirmChildren, openFirstLook } from './duties/first-look.ts'
import { openDuty } from './duties/open-duty.ts'
import { openPlan } from './duties/open-plan.ts'
import { openPassDuty, passDuty } from './duties/pass-duty.ts'
import { openRecordDuty, recordDuty } from './duties/record-duty.ts'
import { giveInput, openInput } from './inputs/give-input.ts'
import { openPassOn, passOn } from './inputs/pass-on.ts'
import { openView, openViews } from './inputs/read-views.ts'
import { openWho, sayWho } from './inputs/who.ts'
import { addAction, openAddAction } from './meetings/add-action.ts'
import { approveSummary, openSummaryDraft } from './meetings/approve-summary.ts'
import { pickSlot } from './meetings/pick-slot.ts'
import { openReflection, openSummary } from './meetings/read-meeting.ts'
import { openRecord, recordMeeting } from './meetings/record-meeting.ts'
import { openMeetingLink, setMeetingLink } from './meetings/set-meeting-link.ts'
import { openRunSheet } from './meetings/run-sheet.ts'
import { decideNudges } from './nudges/decide-nudges.ts'
import type { AllNeeds } from './needs.ts'
import { onceFor } from './once-for.ts'
import type { Partnership, PartnershipPerson } from './partnership/partnership.ts'
import { openLinkCode } from './people/link-code.ts'
import { openAccounts, preferAccount, removeOwnAccount } from './people/own-accounts.ts'
import { personById } from './people/people.ts'
import { openAway, setAway } from './people/set-away.ts'
import type { Answering } from './ports/answering.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import type { World } from './ports/world.ts'
import { opensSomething, type Ask } from './vocabulary.ts'

export type Answerer = {
  readonly store: Store<AllNeeds>
  readonly clock: Clock
  readonly partnership: Partnership
  readonly newId: () => string
}

export function answering({ store, clock, partnership, newId }: Answerer): Answering {
  const calendar = workingCalendar(partnership.closedDays)
  return async ({ ask, by, form = {}, once }) => {
    const person = personById(partnership, by)
    if (!person) return refused('nobody-we-know')
    const now = clock.now()
    const occasion = { at: now, by, ...(once && !opensSomething(ask) && { once: onceFor(once, by, ask, form) }) }
    return store.transact(occasion, (tx) => useCase({ tx, now, partnership, calendar, newId }, person, ask, form))
  }
}

async function useCase(world: World<AllNeeds>, by: PartnershipPerson, ask: Ask, form: FormValues): Promise<Answer> {
  switch (ask.ask) {
    case 'open-help':
      return help(world.partnership)
    case 'open-mine':
      return openMine(world, by, ask.from)
    case 'open-raise-case':
      return openRaiseCase(world, by, ask)
    case 'raise-case':
      return raiseCase(world, by, form)
    case 'open-case':
      return openCaseReading(world, by, ask.case)
    case 'open-identity':
      return openIdentity(world, by, ask.case)
    case 'open-confirm-case':
      return openConfirmCase(world, by, ask.case)
    case 'confirm-case':
      return confirmCase(world, by, ask.case, form)
    case 'open-close-case':
      return openCloseCase(world, by, ask.case)
    case 'close-case':
      return closeCase(world, by, ask.case, form)
    case 'open-match-raising':
      return openMatchRaising(world, by, ask.raising)
    case 'match-raising':
      return matchRaising(world, by, ask.raising, form)
    case 'open-urgent-lines':
      return urgentCard(world.partnership)
    case 'open-report-concern':
      return openReportConcern(world, by.id, ask.concern)
    case 'report-concern':
      return reportConcern(world, by.id, ask.concern, form)
    case 'open-away':
      return openAway(world, by)
    case 'set-away':
      return setAway(world, by, form)
    case 'open-accounts':
      return openAccounts(world, by, ask.from)
    case 'open-link-code':
      return openLinkCode(world, by)
    case 'prefer-account':
      return preferAccount(world, by, ask.account)
    case 'remove-account':
      return removeOwnAccount(world, by, ask.account)
    case 'open-who':
      return openWho(world, by, ask.request)
    case 'know-child':
    case 'not-ours':
    case 'cannot-tell':
      return sayWho(world, by, ask)
    case 'open-pass-on':
      return openPassOn(world, by, ask.request)
    case 'pass-on':
      return passOn(world, by, ask.request, form)
    case 'open-input':
      return openInput(world, by, ask.request)
    case 'give-input':
      return giveInput(world, by, ask.request, form)
    case 'open-views':
      return openViews(world, by, ask.case)
    case 'open-view':
      return openView(world, by, ask.request)
    case 'pick-slot':
      return pickSlot(world, by, ask)
    case 'open-run-sheet':
      return openRunSheet(world, by, ask.meeting)
    case 'open-meeting-link':
      return openMeetingLink(world, by, ask.meeting)
    case 'set-meeting-link':
      return setMeetingLink(world, by, ask.meeting, form)
    case 'open-record':
      return openRecord(world, by, ask.meeting)
    case 'record-meeting':
      return recordMeeting(world, by, ask.meeting, form)
    case 'open-add-action':
      return openAddAction(world, by, ask.meeting)
    case 'add-action':
      return addAction(world, by, ask.meeting, form)
    case 'open-summary-draft':
      return openSummaryDraft(world, by, ask.meeting)
    case 'approve-summary':
      return approveSummary(world, by, ask, form)
    case 'open-summary':
      return openSummary(world, by, ask.case)
    case 'open-reflection':
      return openReflection(world, by, ask.meeting)
    case 'open-actions':
      return openActions(world, by, ask.from)
    case 'open-action':
      return openAction(world, by, ask.action)
    case 'open-complete-action':
      return openCompleteAction(world, by, ask.action)
    case 'complete-action':
      return completeAction(world, by, ask.action, form)
    case 'open-move-action':
      return openMoveAction(world, by, ask.action)
    case 'move-action':
      return moveAction(world, by, ask.action, form)
    case 'open-hand-over-action':
      return openHandOverAction(world, by, ask.action)
    case 'hand-over-action':
      return handOverAction(world, by, ask.action, form)
    case 'open-plan':
      return openPlan(world, by, ask.from)
    case 'open-duty':
      return openDuty(world, by, ask.duty)
    case 'open-record-duty':
      return openRecordDuty(world, by, ask.duty)
    case 'record-duty':
      return recordDuty(world, by, ask.duty, form)
    case 'open-expect-duty':
      return openExpectDuty(world, by, ask.duty)
    case 'expect-duty':
      return expectDuty(world, by, ask.duty, form)
    case 'open-pass-duty':
      return openPassDuty(world, by, ask.duty)
    case 'pass-duty':
      return passDuty(world, by, ask.duty, form)
    case 'open-first-look':
      return openFirstLook(world, by)
    case 'confirm-children':
      return confirmChildren(world, by, form)
    case 'decide-nudges':
      return decideNudges(world, by, ask.nudges)
  }
}
