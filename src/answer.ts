/** The one door in: every ask finds its use case, and each use case is one transaction. */
import { completeAction, showDoneForm } from './actions/complete-action.ts'
import { handOverAction, showHandOverForm } from './actions/hand-over-action.ts'
import { moveAction, showMoveForm } from './actions/move-action.ts'
import { acceptAction, declineAction } from './actions/offer-action.ts'
import { showAction } from './actions/show-action.ts'
import { showActions } from './actions/show-actions.ts'
import { workingCalendar } from './calendar/working-days.ts'
import { answerAboutRaising, isAboutRaising } from './cases/answer-raising.ts'
import { showIdentity } from './cases/show-identity.ts'
import { confirmCase, showConfirmForm } from './cases/confirm-case.ts'
import { showMyCases } from './cases/my-cases.ts'
import { answerAboutClosing, isAboutClosing } from './closing/answer-about-closing.ts'
import { answerAboutChallenges, isAboutChallenge } from './challenges/answer-about-challenges.ts'
import { helpCard } from './commands/help.card.ts'
import { showCase } from './case-page/show-case.ts'
import { showRaised } from './cases/show-raised.ts'
import { showRaiseForm, raiseCase } from './cases/raise-case.ts'
import { answerConcern, isAboutConcern } from './concerns/answer-concerns.ts'
import { urgentCard } from './concerns/urgent.card.ts'
import type { Answer } from './display/answer.ts'
import type { FormValues } from './display/form.ts'
import { onePage } from './display/reading-pages.ts'
import { refused } from './display/refusal.ts'
import { expectDuty, showExpectForm } from './duties/expect-duty.ts'
import { confirmChildren, showFirstLookForm } from './duties/confirm-children.ts'
import { confirmDates, showOldDates } from './duties/confirm-dates.ts'
import { showDuty } from './duties/show-duty.ts'
import { showPlan } from './duties/show-plan.ts'
import { childrenNotMine, takeBackChild } from './duties/not-mine.ts'
import { acceptDuty, declineDuty } from './duties/offer-duty.ts'
import { showPassForm, passDuty } from './duties/pass-duty.ts'
import { showTakeBackReview, takeBackReview } from './duties/take-back-review.ts'
import { showRecordForm, recordDuty } from './duties/record-duty.ts'
import { answerHandovers, isAboutHandovers } from './handovers/answer-handovers.ts'
import { answerInputs, isAboutInputs } from './inputs/answer-inputs.ts'
import { answerMeetings, isAboutMeetings } from './meetings/answer-meetings.ts'
import { answerNudges, isAboutNudges } from './nudges/answer-nudges.ts'
import type { AllNeeds } from './needs.ts'
import { onceFor } from './once-for.ts'
import type { Partnership, PartnershipPerson } from './partnership/partnership.ts'
import { showLinkCode } from './people/show-link-code.ts'
import { showAccounts, preferAccount, removeOwnAccount } from './people/own-accounts.ts'
import { personById } from './people/people.ts'
import { setOverviewDay, showOverviewForm } from './people/choose-overview.ts'
import { showAwayForm, setAway } from './people/set-away.ts'
import type { AnswerAsk } from './ports/answer-ask.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import type { WhatWaits } from './ports/waits.ts'
import type { World } from './ports/world.ts'
import { opensSomething, type Ask } from './vocabulary.ts'
import { waitsCard } from './waits.card.ts'

export type AnswerParts = {
  readonly store: Store<AllNeeds>
  readonly clock: Clock
  /** As it stands at each ask. */
  readonly partnership: () => Partnership
  readonly newId: () => string
  /** For a person's own page; absent where nobody looks at one. */
  readonly whatWaits?: WhatWaits
}

export function createAnswer({ store, clock, newId, whatWaits, ...current }: AnswerParts): AnswerAsk {
  return async ({ ask, by, form = {}, once }) => {
    const partnership = current.partnership()
    const calendar = workingCalendar(partnership.closedDays)
    const person = personById(partnership, by)
    if (!person) return refused('nobody-we-know')
    const now = clock.now()
    const occasion = { at: now, by, ...(once && !opensSomething(ask) && { once: onceFor(once, by, ask, form) }) }
    const answer = await store.answerOnce(occasion, async (tx) => {
      const world = { tx, now, partnership, calendar, newId }
      return onePage(await useCase(world, person, ask, form), ask)
    })
    // Found by trying each of them, which no transaction of its own can do.
    return whatWaits && isOwnPage(ask) && answer.kind === 'home'
      ? { ...answer, sections: [waitsCard(await whatWaits(by)), ...answer.sections] }
      : answer
  }
}

const isOwnPage = (ask: Ask): boolean => ask.ask === 'open-mine' && !ask.from

export async function useCase(
  world: World<AllNeeds>,
  by: PartnershipPerson,
  ask: Ask,
  form: FormValues,
): Promise<Answer> {
  if (isAboutHandovers(ask)) return answerHandovers(world, by, ask, form)
  if (isAboutConcern(ask)) return answerConcern(world, by.id, ask, form)
  if (isAboutRaising(ask)) return answerAboutRaising(world, by, ask, form)
  if (isAboutClosing(ask)) return answerAboutClosing(world, by, ask, form)
  if (isAboutChallenge(ask)) return answerAboutChallenges(world, by, ask, form)
  if (isAboutInputs(ask)) return answerInputs(world, by, ask, form)
  if (isAboutMeetings(ask)) return answerMeetings(world, by, ask, form)
  if (isAboutNudges(ask)) return answerNudges(world, by, ask)
  switch (ask.ask) {
    case 'open-help':
      return helpCard(world.partnership, by)
    case 'open-mine':
      return showMyCases(world, by, ask.from)
    case 'open-raise-case':
      return showRaiseForm(world, by, ask)
    case 'raise-case':
      return raiseCase(world, by, ask.becomes, form)
    case 'open-case':
      return showCase(world, by, ask.case)
    case 'open-identity':
      return showIdentity(world, by, ask.case)
    case 'open-confirm-case':
      return showConfirmForm(world, by, ask.case)
    case 'open-raised':
      return showRaised(world, by, ask.case)
    case 'confirm-case':
      return confirmCase(world, by, ask.case, form)
    case 'open-urgent-lines':
      return urgentCard(world.partnership)
    case 'open-away':
      return showAwayForm(world, by)
    case 'set-away':
      return setAway(world, by, form)
    case 'open-overview-day':
      return showOverviewForm(world, by)
    case 'set-overview-day':
      return setOverviewDay(world, by, form)
    case 'open-accounts':
      return showAccounts(world, by, ask.from)
    case 'open-link-code':
      return showLinkCode(world, by)
    case 'prefer-account':
      return preferAccount(world, by, ask.account)
    case 'remove-account':
      return removeOwnAccount(world, by, ask.account)
    case 'open-actions':
      return showActions(world, by, ask.from)
    case 'open-action':
      return showAction(world, by, ask.action)
    case 'open-complete-action':
      return showDoneForm(world, by, ask.action)
    case 'complete-action':
      return completeAction(world, by, ask.action, form)
    case 'open-move-action':
      return showMoveForm(world, by, ask.action)
    case 'move-action':
      return moveAction(world, by, ask.action, form)
    case 'open-hand-over-action':
      return showHandOverForm(world, by, ask.action)
    case 'hand-over-action':
      return handOverAction(world, by, ask.action, form)
    case 'accept-action':
      return acceptAction(world, by, ask.action)
    case 'decline-action':
      return declineAction(world, by, ask.action)
    case 'open-plan':
      return showPlan(world, by, ask.from)
    case 'open-duty':
      return showDuty(world, by, ask.duty)
    case 'open-record-duty':
      return showRecordForm(world, by, ask.duty)
    case 'record-duty':
      return recordDuty(world, by, ask.duty, form)
    case 'open-expect-duty':
      return showExpectForm(world, by, ask.duty)
    case 'expect-duty':
      return expectDuty(world, by, ask.duty, form)
    case 'open-pass-duty':
      return showPassForm(world, by, ask.duty)
    case 'pass-duty':
      return passDuty(world, by, ask.duty, form)
    case 'open-take-back-review':
      return showTakeBackReview(world, by, ask.duty)
    case 'take-back-review':
      return takeBackReview(world, by, ask.duty, form)
    case 'accept-duty':
      return acceptDuty(world, by, ask.duty)
    case 'decline-duty':
      return declineDuty(world, by, ask.duty)
    case 'open-first-look':
      return showFirstLookForm(world, by)
    case 'open-old-dates':
      return showOldDates(world, by)
    case 'confirm-dates':
      return confirmDates(world, by, form, ask.inSteps)
    case 'children-not-mine':
      return childrenNotMine(world, by, form)
    case 'take-back-child':
      return takeBackChild(world, by, ask.child)
    case 'confirm-children':
      return confirmChildren(world, by, form, ask)
  }
}
