/**
 * Dates of which nothing was heard for long: what is due by them may be done, or due by another day. A reminder that is
 * wrong teaches people to pass over reminders, so none is sent until a return or the social worker says that they are right.
 */
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { PersonId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Duty } from './duty.ts'
import type { Unconfirmed } from './first-look.form.ts'
import type { DutiesNeeds } from './needs.ts'

/** One for each social worker, however many children it is about. */
export const oldDates = (socialWorker: PersonId): ClimbKey => ({ climb: 'dates-old', thing: socialWorker })

/** What a message says that asks for it: true for as long as dates of a child of this social worker are old. */
export const asksForDates = 'dates-old'

type AsOf = { readonly datesAsOf?: Day }

/** Of whom no day is kept, nothing says that the dates are old. */
export const areOld = (
  { datesAsOf }: AsOf,
  today: Day,
  { datesCountDays }: Pick<Policies, 'datesCountDays'>,
): boolean => datesAsOf !== undefined && addDays(datesAsOf, datesCountDays) < today

/** Children whom nobody has confirmed wait for their first look, which asks the same. */
export async function oldDatesOf(
  { tx, now, partnership }: Pick<World<DutiesNeeds>, 'tx' | 'now' | 'partnership'>,
  people: readonly PersonId[],
): Promise<readonly Unconfirmed[]> {
  const old: Unconfirmed[] = []
  for (const person of new Set(people))
    for (const child of await tx.childrenOf(person))
      if (child.scope === 'in' && child.confirmedAt && areOld(child, dayOf(now), partnership.policies)) old.push(child)
  return old
}

/** What came of an assessment is a word about it. Where nobody is there who could be asked, silence would be the only other answer. */
export function waitsForWord(
  duty: Pick<Duty, 'state' | 'chased' | 'datesAsOf' | 'notHeld' | 'socialWorker'>,
  { now, partnership }: Pick<World<unknown>, 'now' | 'partnership'>,
): PersonId | undefined {
  const { socialWorker, notHeld, datesAsOf = dayOf(now) } = duty
  const said = notHeld && notHeld.on > datesAsOf ? notHeld.on : datesAsOf
  const isWaiting =
    duty.state === 'open' && duty.chased && areOld({ datesAsOf: said }, dayOf(now), partnership.policies)
  return isWaiting && socialWorker && personById(partnership, socialWorker) ? socialWorker : undefined
}
