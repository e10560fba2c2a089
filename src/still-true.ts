/**
 * Asked right before a message is sent: does it still hold, and still for this person? What stops being true is
 * withdrawn in the transaction that makes it so; this catches what was being sent at that moment, and people who have
 * left the partnership or the case meanwhile.
 */
import { isWaiting } from './cases/case.ts'
import { overWhat } from './concerns/said.ts'
import { asStored } from './challenges/find-challenge.ts'
import { asksForFirstLook } from './children/unconfirmed-children.ts'
import { answering } from './cases/answering.ts'
import { unconfirmedOf } from './duties/confirm-children.ts'
import { asksForDates, oldDatesOf } from './duties/old-dates.ts'
import { heldBy } from './handovers/find-held.ts'
import { isOver } from './handovers/start-taking-over.ts'
import { isSettled } from './inputs/request.ts'
import type { AllNeeds } from './needs.ts'
import { partsToday, todayOf } from './parts/parts-of.ts'
import { stillHears } from './parts/still-hears.ts'
import { unreachedOf } from './parts/unreached.ts'
import type { Stored } from './parts/stored.ts'
import { personById } from './people/people.ts'
import type { CaseId, PersonId } from './ids.ts'
import type { Subject } from './ports/transaction.ts'
import type { World } from './ports/world.ts'

export type Waiting = {
  readonly to: PersonId
  /** Absent where it is for the person who receives it. */
  readonly meantFor?: PersonId
  readonly about: Subject
  /** What of it is said: see `src/parts/told.ts`. */
  readonly what?: string
  readonly holdsUntil?: Date
}

type Moment = Pick<World<AllNeeds>, 'tx' | 'now' | 'partnership'>

export async function stillTrue(moment: Moment, message: Waiting): Promise<boolean> {
  const { now, partnership } = moment
  const { to, meantFor = to, holdsUntil } = message
  if (!personById(partnership, to) || (holdsUntil && holdsUntil <= now)) return false
  const waits = await stillWaits(moment, message)
  if (typeof waits === 'boolean') return waits
  const parts = await partsToday(moment, waits)
  return stillHears(await todayOf(moment), parts, { ...message, meantFor }, await unreachedOf(moment, parts))
}

/** The thing, whose parts say who may still hear of it; or whether it is still true, if that does not depend on parts. */
async function stillWaits(moment: Moment, { about, what }: Waiting): Promise<Stored | boolean> {
  const { tx } = moment
  switch (about.subject) {
    case 'request': {
      const request = await tx.requestById(about.id)
      return request && !isSettled(request) && !(await isClosed(tx, request.case)) ? { request } : false
    }
    case 'raising': {
      const raising = await tx.raisingById(about.id)
      if (!raising) return true
      return isWaiting(raising) && { raising }
    }
    case 'action': {
      const action = await tx.actionById(about.id)
      const stuck = action && (await tx.caseById(action.case))
      return action?.state === 'open' && stuck ? { action, case: stuck } : false
    }
    case 'duty': {
      const duty = await tx.dutyById(about.id)
      return duty?.state === 'open' ? { duty } : false
    }
    case 'meeting': {
      const meeting = await tx.meetingById(about.id)
      const stuck = meeting && (await tx.caseById(meeting.case))
      return stuck && stuck.state !== 'closed' ? { meeting, case: stuck } : false
    }
    case 'case':
      return withSummary(tx, about.id)
    // Said to as many as possible until somebody reports it, and never held back because parts have changed.
    case 'concern':
      return what === overWhat || (await tx.concern(about.id))?.over === undefined
    case 'held':
      return (await heldBy(moment, [about.id])).length > 0
    case 'handover': {
      const handover = await tx.handoverById(about.id)
      return handover !== undefined && !handover.takenUpAt && !(await isOver(moment, handover))
    }
    case 'closing': {
      const closing = await tx.closingById(about.id)
      const stuck = closing && (await tx.caseById(closing.case))
      const waits = closing?.state === 'proposed' && stuck && stuck.state !== 'closed'
      return waits ? answering(moment, about, stuck, closing) : false
    }
    case 'objection': {
      const raising = await tx.raisingById(about.id)
      const stuck = raising?.case && (await tx.caseById(raising.case))
      const waits = raising?.objection && !raising.objection.answeredAt && stuck
      return waits ? answering(moment, about, stuck, raising) : false
    }
    case 'challenge': {
      const challenge = await tx.challengeById(about.id)
      const waits = what === 'for-challenged' ? challenge?.state === 'asked' : challenge?.state !== 'ended'
      return challenge && waits ? asStored(challenge) : false
    }
    case 'person':
      if (what === asksForDates) return (await oldDatesOf(moment, [about.id])).length > 0
      return what !== asksForFirstLook || (await unconfirmedOf(moment, [about.id])).length > 0
  }
}

/** What was agreed is also told to those who agreed to an action and have no other part in the case. */
async function withSummary(tx: AllNeeds, id: CaseId): Promise<Stored | boolean> {
  const stuck = await tx.caseById(id)
  if (!stuck) return true
  const approved = await tx.approvedMeetingOf(id)
  const meeting = approved && (await tx.meetingById(approved))
  return meeting ? { meeting, case: stuck } : { case: stuck }
}

const isClosed = async (tx: AllNeeds, id: CaseId): Promise<boolean> => (await tx.caseById(id))?.state === 'closed'
