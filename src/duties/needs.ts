/** What this room needs from the store. */
import type { Day } from '../calendar/day.ts'
import type { ChildrenNeeds } from '../children/needs.ts'
import type { ConcernsNeeds } from '../concerns/needs.ts'
import type { Answered } from '../display/answered.ts'
import type { ChallengeId, ChildEventId, ChildId, DutyId, PersonId } from '../ids.ts'
import type { ChildEvent } from './child-event.ts'
import type { Duty } from './duty.ts'

export type DutiesNeeds = ConcernsNeeds &
  ChildrenNeeds & {
    dutyById(id: DutyId): Promise<Duty | undefined>
    /** Takes the row's lock: two people pressing the same button are served one after the other. */
    lockDuty(id: DutyId): Promise<Duty | undefined>
    /** Of every period of care. */
    dutiesOf(child: ChildId): Promise<readonly Duty[]>
    /** Open ones that are chased and that one of these people owns or is asked to take on, or of whose child one of them is the IRO; soonest first. */
    openDutiesOf(whose: {
      owners: readonly PersonId[]
      iros: readonly PersonId[]
      staff: readonly PersonId[]
      /** Also those whose owner is not one of these. */
      othersThan?: readonly PersonId[]
    }): Promise<readonly Duty[]>
    /** The one that its IRO has not ended. */
    openChallengeOf(duty: DutyId): Promise<{ readonly id: ChallengeId } | undefined>
    saveDuty(duty: Duty): Promise<void>
    saveChildEvent(event: ChildEvent): Promise<void>
    childEvent(id: ChildEventId): Promise<ChildEvent | undefined>
    /** Earliest recorded first. */
    childEventsOf(child: ChildId): Promise<readonly ChildEvent[]>
    saveDutyWords(id: DutyId, kept: DutyWords): Promise<void>
    /** Earliest first. */
    dutyWordsOf(id: DutyId): Promise<readonly DutyWords[]>
    /** The child has no social worker until the next return names one, or this person takes it back. */
    clearAllocation(child: ChildId, by: PersonId): Promise<void>
    /** Its social worker is again who it was; false where this person did not say so, or somebody has the child. */
    takeChildBack(child: ChildId, by: PersonId, from: Day): Promise<boolean>
  }

/** What somebody wrote about a duty when they answered for it. */
export type DutyWords = {
  readonly kind: 'recorded' | 'not-held' | 'passed-on' | 'review-taken-back'
  readonly by: PersonId
  readonly at: Date
  readonly words: readonly Answered[]
}
