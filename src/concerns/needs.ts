/** What this room needs from the store. */
import type { ChildrenNeeds } from '../children/needs.ts'
import type { ClimbsNeeds } from '../climbs/needs.ts'
import type { Answered } from '../display/answered.ts'
import type { Typed } from '../display/typed.ts'
import type { CaseId, ChildId, ConcernId, PersonId, RaisingId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import type { Concern } from './concern.ts'

/** By any of these. */
type Sought = {
  readonly writer: PersonId
  readonly child?: ChildId
  readonly raisings?: readonly RaisingId[]
}

export type ConcernsNeeds = PeopleNeeds &
  ClimbsNeeds &
  ChildrenNeeds & {
    /** Takes the row's lock. */
    concern(id: ConcernId): Promise<Concern | undefined>
    /** Those that nobody has ended yet, by their id. Takes their locks, and the writer's, so that nothing is told of twice. */
    openConcerns(sought: Sought): Promise<readonly Concern[]>
    /** Of this case, or told while one of its raisings was written; that were reported, earliest first. */
    reportedOf(id: CaseId, raisings: readonly RaisingId[]): Promise<readonly Concern[]>
    /** Who answers today for the child that it is about; nobody for one that is not known. */
    answersForConcern(concern: Concern): Promise<{ readonly socialWorker?: PersonId; readonly iro?: PersonId }>
    /** The reference of its case, and what the child is called there once somebody has confirmed it. */
    caseOfConcern(concern: Concern): Promise<{ readonly ref: string; readonly name?: Typed } | undefined>
    /** Told in a raising whose raiser is named to the IRO alone. */
    isNamedToIroAlone(concern: Concern): Promise<boolean>
    saveConcern(concern: Concern): Promise<void>
    /** Whom they spoke to, as the person who reported it wrote it down. */
    saveReport(concern: ConcernId, words: readonly Answered[]): Promise<void>
    reportOf(concern: ConcernId): Promise<readonly Answered[]>
  }
