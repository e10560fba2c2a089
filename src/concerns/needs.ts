/** What this room needs from the store. */
import type { ClimbsNeeds } from '../climbs/needs.ts'
import type { Answered } from '../display/answered.ts'
import type { CaseId, ChildId, ConcernId, PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import type { Concern } from './concern.ts'

export type ConcernsNeeds = PeopleNeeds &
  ClimbsNeeds & {
    concern(id: ConcernId): Promise<Concern | undefined>
    /** What this writer has told of and nobody has reported yet. */
    unreportedBy(writer: PersonId, about: { case?: CaseId; child?: ChildId }): Promise<Concern | undefined>
    /** What this writer has told of that names no case and no known child, and nobody has reported yet. */
    unreportedOfNobodyKnown(writer: PersonId): Promise<readonly Concern[]>
    /** Who answers today for the child that it is about; nobody for one that is not known. */
    answersForConcern(concern: Concern): Promise<{ readonly socialWorker?: PersonId; readonly iro?: PersonId }>
    saveConcern(concern: Concern): Promise<void>
    /** To whom and when it was reported, as the person who reported it wrote it down. */
    saveReport(concern: ConcernId, by: PersonId, at: Date, words: readonly Answered[]): Promise<void>
  }
