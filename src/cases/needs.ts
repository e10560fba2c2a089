/** What this room needs from the store. */
import type { Day } from '../calendar/day.ts'
import type { GivenChild } from '../children/given-child.ts'
import type { ChildrenNeeds } from '../children/needs.ts'
import type { ConcernsNeeds } from '../concerns/needs.ts'
import type { Answered } from '../display/answered.ts'
import type { CaseId, ChildId, ClosingId, PersonId, RaisingId } from '../ids.ts'
import type { Case, ConfirmedIdentity, Raising, RaisingListed } from './case.ts'
import type { ToTell } from './family.ts'
import type { Closing } from './closing.ts'
import type { TimeOfMeeting } from './state-in-words.ts'

export type CasesNeeds = ConcernsNeeds &
  ChildrenNeeds & {
    /** Takes the row's lock: two people pressing the same button are served one after the other. */
    caseById(id: CaseId): Promise<Case | undefined>
    /** The case of this child that is not closed; takes the child's lock, so that two raisings cannot make two cases. */
    openCaseOf(child: ChildId): Promise<Case | undefined>
    /** How many this child has had, closed ones too; the lock of `openCaseOf` covers it. */
    casesEverOf(child: ChildId): Promise<number>
    casesOf(person: PersonId): Promise<readonly Case[]>
    /** Closed ones in which this person has or had a part, the one closed last first. */
    closedCasesOf(person: PersonId): Promise<readonly Case[]>
    /** Every case that nobody has confirmed; takes no lock. */
    unconfirmedCases(): Promise<readonly Case[]>
    saveCase(stuck: Case): Promise<void>
    /** Why parents or child are not told, as the social worker wrote it. */
    saveConfirmation(id: CaseId, words: readonly Answered[]): Promise<void>
    confirmationOf(id: CaseId): Promise<readonly Answered[]>
    /** Why it was closed. */
    closingOf(id: CaseId): Promise<readonly Answered[]>
    /** How many of its actions are open. */
    openActionsIn(id: CaseId): Promise<number>
    /** How many open actions of each were due before this day; a case without any is not in it. */
    overdueActionsIn(ids: readonly CaseId[], today: Day): Promise<ReadonlyMap<CaseId, number>>
    /** Of each that has one which is not approved yet. */
    openMeetingsIn(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, TimeOfMeeting>>
    /** Who of the family is to be told, was told, or is no longer told because the case was closed. */
    toTellFamily(id: CaseId): Promise<readonly ToTell[]>
    saveClosing(id: CaseId, words: readonly Answered[]): Promise<void>
    /** The lock of its case covers it. */
    closingById(id: ClosingId): Promise<Closing | undefined>
    /** The last time that somebody proposed to close it, whatever became of that. */
    lastClosingOf(id: CaseId): Promise<Closing | undefined>
    saveProposedClosing(closing: Closing): Promise<void>
    /** The link of its meeting, while that is to come or under way. */
    identityOf(id: CaseId): Promise<ConfirmedIdentity | undefined>
    saveIdentity(id: CaseId, identity: ConfirmedIdentity): Promise<void>
    raisingsOf(id: CaseId): Promise<readonly Raising[]>
    /** Earliest first; without those that were withdrawn, or that are about no child in care. */
    raisingsBy(person: PersonId): Promise<readonly RaisingListed[]>
    raisingById(id: RaisingId): Promise<Raising | undefined>
    /** Takes no lock: what changes both has the lock of the case first. */
    caseOfRaising(id: RaisingId): Promise<CaseId | undefined>
    /** Also where its case, its words, or what became of it has changed. */
    saveRaising(raising: Raising): Promise<void>
    /** Why its raiser does not agree with the closing, and what they were answered. */
    objectionTo(id: RaisingId): Promise<readonly Answered[]>
    saveObjection(id: RaisingId, words: readonly Answered[]): Promise<void>
    /** What its raiser gave to say which child it is about; nothing where they gave nothing, or chose from their own list. */
    childGiven(id: RaisingId): Promise<GivenChild>
    /** Who said so and how they know: it goes no further. */
    saveNotInCare(
      id: RaisingId,
      said: { readonly by: PersonId; readonly at: Date; readonly words: readonly Answered[] },
    ): Promise<void>
    saveChildGiven(id: RaisingId, given: GivenChild): Promise<void>
  }
