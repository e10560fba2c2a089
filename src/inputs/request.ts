/** One agency is asked for its view of a stuck case, through one person who may pass it to a colleague. */
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import type { Case, RequestState } from '../cases/case.ts'
import type { Answered } from '../display/answered.ts'
import type { Typed } from '../display/typed.ts'
import type { AgencyId, CaseId, PersonId, RequestId } from '../ids.ts'
import type { Partnership, WorkingHours } from '../partnership/partnership.ts'

export type Request = {
  readonly id: RequestId
  readonly case: CaseId
  readonly agency: AgencyId
  readonly person: PersonId
  /** Why this agency needs to know, as the social worker wrote it. */
  readonly because: Typed
  readonly state: RequestState
  readonly askedAt: Date
  readonly remindedAt?: Date
  readonly givenAt?: Date
  /** The view, question by question; empty until it is given. */
  readonly view: readonly Answered[]
}

/** Nothing more is expected of this agency. "Not sure yet" is no answer. */
export const isSettled = ({ state }: Request): boolean => state === 'given' || state === 'not-ours'

/** Of the authority its social worker alone is asked, as a party to a disagreement: nobody else there is asked for a view. */
export const isPartys = ({ agency }: Pick<Request, 'agency'>, { authority }: Pick<Partnership, 'authority'>): boolean =>
  agency === authority

const workingDaysToAnswer = 2

/** Nobody who is asked now, however late, has to answer before this day is over. */
export const soonestLastDay = ({ now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar }): Day =>
  addWorkingDays(dayOf(now), workingDaysToAnswer, calendar)

/** Inputs close when the working hours of their last day do. */
export const closesAt = (lastDay: Day, hours: WorkingHours): Date => instantOf(lastDay, hours.closes)

export const inputsAreOpen = ({ state, inputsClose }: Case, now: Date, hours: WorkingHours): boolean =>
  state === 'asking' && inputsClose !== undefined && now < closesAt(inputsClose, hours)
