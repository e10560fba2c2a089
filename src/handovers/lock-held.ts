/** One holding under the lock of what it belongs to, so that two people pressing are served one after the other. */
import { lockAction } from '../actions/find-action.ts'
import type { Case } from '../cases/case.ts'
import { ActionId, CaseId, ChildId, DutyId, MeetingId, RequestId, type PersonId } from '../ids.ts'
import { inputsAreOpen, isSettled } from '../inputs/request.ts'
import type { Judging } from '../parts/judges.ts'
import type { World } from '../ports/world.ts'
import type { Held, HeldKey } from './held.ts'
import type { HandoversNeeds } from './needs.ts'

type Looking = Pick<World<HandoversNeeds>, 'tx' | 'now' | 'partnership'>

/** Who holds it, even if they still may. Undefined if nobody does, or if there is nothing left to do. */
export async function lockHeld(world: Looking, { part, thing }: HeldKey): Promise<Held | undefined> {
  const { tx, now, partnership } = world
  switch (part) {
    case 'child-social-worker':
    case 'child-iro': {
      const child = await tx.lockChild(ChildId.parse(thing))
      const holder = part === 'child-iro' ? child?.iro : child?.socialWorker
      if (child?.scope !== 'in' || !holder) return undefined
      const stuck = await tx.openCaseOf(child.id)
      const duties = part === 'child-iro' ? [] : await openDutiesOf(world, child.id, holder)
      return {
        ...{ part, thing, ref: child.ref, holder, child: child.id, duties: duties.length },
        ...(stuck && { case: stuck }),
        ...judging({ ...(child.iro && { iro: child.iro }), ...chairOf(stuck) }),
        ...(part === 'child-iro' && { owners: await ownersIn(world, child.id, stuck) }),
      }
    }
    case 'case-social-worker':
    case 'case-iro':
    case 'case-chair': {
      const stuck = await tx.caseById(CaseId.parse(thing))
      if (!stuck || stuck.state === 'closed' || (part === 'case-chair' && stuck.state === 'raised')) return undefined
      const holder = { 'case-social-worker': stuck.socialWorker, 'case-iro': stuck.iro, 'case-chair': stuck.chair }[
        part
      ]
      if (!holder) return undefined
      const owners = part === 'case-social-worker' ? undefined : await ownersIn(world, stuck.child, stuck)
      return { part, thing, ref: stuck.ref, holder, case: stuck, ...judging(stuck), ...(owners && { owners }) }
    }
    case 'view': {
      const request = await tx.requestById(RequestId.parse(thing))
      const stuck = request && (await tx.caseById(request.case))
      if (!stuck || isSettled(request) || !inputsAreOpen(stuck, now, partnership.workingHours)) return undefined
      return { part, thing, ref: stuck.ref, holder: request.person, agency: request.agency, case: stuck }
    }
    case 'action': {
      const found = await lockAction(tx, ActionId.parse(thing))
      if (!found || found.action.state !== 'open' || found.stuck.state === 'closed') return undefined
      const { ref, owner, agency, due, kind } = found.action
      return {
        ...{ part, thing, ref, holder: owner, due, ...(agency && { agency }), case: found.stuck },
        ...(kind && { kind }),
        ...judging(found.stuck),
      }
    }
    case 'duty': {
      const duty = await tx.lockDuty(DutyId.parse(thing))
      if (!duty || duty.state === 'recorded' || !duty.chased) return undefined
      const { ref, owner, child, kind, due } = duty
      return { part, thing, ref, holder: owner, child, duty: kind, due, ...judging(duty) }
    }
    case 'notes': {
      const meeting = await tx.meetingById(MeetingId.parse(thing))
      const stuck = meeting && (await tx.caseById(meeting.case))
      if (!stuck || stuck.state === 'closed' || meeting.state === 'approved' || !meeting.noteTaker) return undefined
      return { part, thing, ref: stuck.ref, holder: meeting.noteTaker, case: stuck }
    }
  }
}

export const judging = ({ iro, chair }: Judging): Judging => ({ ...(iro && { iro }), ...(chair && { chair }) })

/** Nobody chairs a case that was not confirmed. */
export const chairOf = (stuck: Case | undefined): Judging =>
  stuck?.chair && stuck.state !== 'raised' ? { chair: stuck.chair } : {}

/** Who owns something open of this child that somebody else has to judge. */
async function ownersIn({ tx }: Looking, child: ChildId, stuck: Case | undefined): Promise<readonly PersonId[]> {
  const actions = stuck ? await tx.actionsOf(stuck.id) : []
  const open = [...actions.filter(({ kind }) => kind === undefined), ...(await tx.dutiesOf(child))]
  return open.filter(({ state }) => state === 'open').map(({ owner }) => owner)
}

/** Open ones of this child that this person owns, also where nobody is reminded of them yet. */
export const openDutiesOf = async ({ tx }: Pick<Looking, 'tx'>, child: ChildId, owner: Held['holder']) =>
  (await tx.dutiesOf(child)).filter((duty) => duty.state === 'open' && duty.owner === owner)
