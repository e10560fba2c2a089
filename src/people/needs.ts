/** What this room needs from the store. */
import type { Day } from '../calendar/day.ts'
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Subject, Tx } from '../ports/transaction.ts'
import type { Weekday } from './weekday.ts'

export type PeopleNeeds = Tx & {
  /** Who is away on this day. */
  awayOn(day: Day): Promise<ReadonlySet<PersonId>>
  /** The absence that this person saved last; it may be past. */
  awayOf(person: PersonId): Promise<{ readonly from: Day; readonly until: Day } | undefined>
  /** Whether this person's post of this day has gone. */
  hasPost(person: PersonId, day: Day): Promise<boolean>
  clearAway(person: PersonId): Promise<void>
  /** The weekday of their overview; undefined where they have not chosen one. */
  overviewDayOf(person: PersonId): Promise<Weekday | undefined>
  saveOverviewDay(person: PersonId, weekday: Weekday): Promise<void>
  /** What waits for this person's overview waits until this day instead; whether anything does. */
  moveOverview(person: PersonId, to: Day): Promise<boolean>
  /** Whether the same card about the same thing was said to this person since then, under a key of this start. */
  saidTheSame(message: SameStart, card: Card, since: Date): Promise<boolean>
  /** Takes back what of these keys waits for this person's post, or only for their overview: something newer is said instead. */
  withdrawOlder(message: SameStart, waitsFor: 'post' | 'overview', now: Date): Promise<void>
  /**
   * Those of these to whom the last message could never be delivered, or of whose page the coordinators were told that
   * nobody opens it; and who have not been here since.
   */
  unreached(people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>
  /** Messages lie on this person's page, and nothing tells them; false where it was noted before. */
  noteUnopened(person: PersonId, since: Date): Promise<boolean>
  /** Since when messages lie there of which nothing told them; undefined once the page was opened. */
  unopenedSince(person: PersonId): Promise<Date | undefined>
  /** The coordinators were told. */
  keepUnopenedTold(person: PersonId, at: Date): Promise<void>
  forgetUnopened(person: PersonId): Promise<void>
  /** These messages on their page were shown to this person; how many of them for the first time, and how many others lie there. */
  openOnPage(
    person: PersonId,
    messages: readonly MessageId[],
    at: Date,
  ): Promise<{ readonly opened: number; readonly left: number }>
  /**
   * What reached somebody else in the place of one of these people, about things with these ids: messages that still hold, and
   * each thing of a day's post.
   */
  saidInPlaceOf(people: readonly PersonId[], things: readonly string[], now: Date): Promise<readonly SaidInPlace[]>
  /** In place of what was saved before; both days are days of absence. */
  saveAway(person: PersonId, from: Day, until: Day): Promise<void>
}

/** Messages of one kind about one thing, to one person. */
export type SameStart = { readonly keyStart: string; readonly about: Subject; readonly meantFor: PersonId }

export type SaidInPlace = {
  readonly to: PersonId
  readonly meantFor: PersonId
  readonly about: Subject
  /** Of a day's post: the rung. */
  readonly what?: string
}
