/** What this room needs from the store. */
import type { Case } from '../cases/case.ts'
import type { Child } from '../children/child.ts'
import type { Day } from '../calendar/day.ts'
import type { Duty } from '../duties/duty.ts'
import type { DutiesNeeds } from '../duties/needs.ts'
import type { AgencyId, CaseId, ChildId, DutyId, HandoverId, MeetingId, PersonId, RequestId } from '../ids.ts'
import type { MeetingsNeeds } from '../meetings/needs.ts'
import type { Held, HeldKey, Holder } from './held.ts'
import type { Handover } from './handover.ts'

/** What is read for a list takes no lock: the person who presses finds it again, under the lock of what it belongs to. */
export type HandoversNeeds = MeetingsNeeds &
  DutiesNeeds & {
    /** Each combination of part, holder, agency and kind in what is open, once. */
    holders(): Promise<readonly Holder[]>
    /** Children in scope whose social worker or IRO is one of these. */
    childrenHeldBy(people: readonly PersonId[]): Promise<readonly HeldChild[]>
    /** Open cases with one of these as social worker, IRO or chair, or of one of these children. */
    casesHeldBy(people: readonly PersonId[], children: readonly ChildId[]): Promise<readonly Case[]>
    casesByIds(ids: readonly CaseId[]): Promise<readonly Case[]>
    /** Views that are still expected while inputs are open. */
    viewsHeldBy(people: readonly PersonId[]): Promise<readonly HeldView[]>
    /** Meetings whose summary is not out. */
    notesHeldBy(people: readonly PersonId[]): Promise<readonly HeldNotes[]>
    /** Takes the row's lock. */
    lockChild(id: ChildId): Promise<Child | undefined>
    /** A return that speaks of an earlier day does not undo it. */
    handOverChild(id: ChildId, to: { socialWorker: PersonId } | { iro: PersonId }, from: Day): Promise<void>
    /** What this person was told about these things, and when last, since the holder last got them. */
    toldOf(holder: PersonId, told: PersonId): Promise<readonly (HeldKey & { readonly on: Day })[]>
    saveTold(holder: PersonId, told: PersonId, things: readonly HeldKey[], on: Day): Promise<void>
    /**
     * Forgets what was told about things that this person no longer holds, or may hold again, so that it is told again if
     * that changes; what was said of them is drawn again.
     */
    keepTold(things: readonly (HeldKey & Pick<Held, 'holder'>)[]): Promise<void>
    /** Whether one of these was told at any time that this needs somebody. */
    wasToldOf(people: readonly PersonId[], thing: HeldKey): Promise<boolean>
    /** Takes the row's lock. */
    handoverById(id: HandoverId): Promise<Handover | undefined>
    /** The one to this person about this case or child that they have not taken up yet. */
    openHandoverOf(about: Handover['about'], to: PersonId): Promise<Handover | undefined>
    saveHandover(handover: Handover): Promise<void>
    /** It has gone on to somebody else before it was taken up. */
    dropHandover(id: HandoverId): Promise<void>
  }

/** What goes with the children of a return: read and written for all of them at once. */
export type FollowNeeds = HandoversNeeds & {
  /** Without a lock. */
  openCasesOfChildren(children: readonly ChildId[]): Promise<readonly Case[]>
  openDutiesOfChildren(children: readonly ChildId[]): Promise<readonly Duty[]>
  /** Each is this person's from now on, with its fact; what waits about it is taken back. Those that are. */
  passDuties(passed: readonly { readonly duty: Duty; readonly to: PersonId }[]): Promise<readonly DutyId[]>
}

export type HeldChild = Pick<Child, 'id' | 'ref' | 'socialWorker' | 'iro'>
export type HeldView = {
  readonly id: RequestId
  readonly case: CaseId
  readonly agency: AgencyId
  readonly person: PersonId
}
export type HeldNotes = { readonly id: MeetingId; readonly case: CaseId; readonly noteTaker: PersonId }
