/** A social worker says that old dates are still right, or puts them right: their word counts as long as a return does. */
import { asDay, type Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { withLines } from '../children/own-child.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { endClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FieldErrors, Fields, FormValues } from '../display/form.ts'
import { readForm, type ReadForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { askedOf } from './confirm-children.ts'
import type { Unconfirmed } from './first-look.form.ts'
import type { DutiesNeeds } from './needs.ts'
import { asksForDates, oldDates, oldDatesOf } from './old-dates.ts'
import { allRightFields, dateFields, dateNames, oldDatesForm } from './old-dates.form.ts'
import { whyNotThen } from './when-care-began.ts'

const oldFor = async (world: World<DutiesNeeds>, { id }: PartnershipPerson) =>
  oldDatesOf(world, await askedOf(world, id, asksForDates))

export async function showOldDates(world: World<DutiesNeeds>, by: PartnershipPerson): Promise<Answer> {
  const old = await oldFor(world, by)
  return old.length > 0
    ? oldDatesForm(await withLines(world, by, old), dayOf(world.now))
    : done('There are no more dates for you to check.')
}

export async function confirmDates(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
  inSteps = false,
): Promise<Answer> {
  const today = dayOf(world.now)
  const old = await oldFor(world, by)
  const asked = old.filter((child) => Object.values(dateNames(child)).some((name) => sent[name] !== undefined))
  if (asked.length === 0) return old.length === 0 ? refused('already-done') : done('Nothing was changed.')
  const all = readForm(allRightFields, sent)
  if (isRefusal(all)) return all
  const read = asked.map((child) => readDates(child, sent, today, all.values.allRight !== undefined))
  const errors = read.reduce<FieldErrors>((found, one) => ({ ...found, ...one.errors }), {})
  if (Object.keys(errors).length > 0) return notComplete(errors)

  const right = read.filter(({ isRight }) => isRight)
  for (const one of right) await keepDates(world, one)
  for (const person of await askedOf(world, by.id, asksForDates))
    if ((await oldDatesOf(world, [person])).length === 0) await endClimb(world, oldDates(person))
  const said = right.length > 0 ? `The dates of ${counted(right.length)} count as of today. ` : ''
  const next = inSteps ? old.slice(old.findLastIndex((child) => asked.includes(child)) + 1) : []
  if (next.length > 0) return oldDatesForm(await withLines(world, by, next), today, said)
  const left = old.length - right.length
  return done(`${said}${left > 0 ? `The dates of ${counted(left)} are still to be checked.` : 'There are no more.'}`)
}

const counted = (children: number): string => (children === 1 ? '1 child' : `${children} children`)

type Dates = {
  readonly child: Unconfirmed
  readonly isRight: boolean
  readonly began?: Day
  readonly reviewed?: Day
  readonly errors: FieldErrors
}

/** Who gives a day has said what is right. */
function readDates(child: Unconfirmed, sent: FormValues, today: Day, allRight: boolean): Dates {
  const name = dateNames(child)
  const read: ReadForm<Fields> = readForm(dateFields(child, today), sent)
  if (isRefusal(read)) return { child, isRight: false, errors: read.fields ?? {} }
  const [began, reviewed] = [dayIn(read.values[name.began]), dayIn(read.values[name.reviewed])]
  const answer = read.values[name.right] ?? (allRight || began || reviewed ? 'yes' : 'no')
  const wrong = began && whyNotThen(child, began, undefined).began
  return {
    child,
    isRight: answer === 'yes',
    ...(began && { began }),
    ...(reviewed && { reviewed }),
    errors: {
      ...(wrong && { [name.began]: wrong }),
      ...(answer === 'no' &&
        (began ?? reviewed) && { [name.right]: 'You gave a date. Say that the dates are right with it.' }),
    },
  }
}

const dayIn = (given: unknown): Day | undefined => (typeof given === 'string' ? asDay(given) : undefined)

/** Its duties look at their ladders at once: what was withheld is said with the next post. */
async function keepDates({ tx, now }: World<DutiesNeeds>, { child: { id }, began, reviewed }: Dates): Promise<void> {
  await tx.confirmChild(id, now, began)
  if (reviewed) await tx.holdReviewAgain(id, reviewed)
  await tx.record({ fact: 'dates-confirmed', child: id, ...(began && { began }), ...(reviewed && { reviewed }) })
  for (const duty of await tx.dutiesOf(id)) {
    if (duty.state !== 'open' || !duty.chased || duty.startedOn >= dayOf(now)) continue
    const climb = (await tx.climbOf(dutyLadder(duty.id)))?.climb
    if (climb?.state === 'open')
      await tx.setWake({ wake: 'climb-due', ...dutyLadder(duty.id), stage: climb.next.stage }, now)
  }
}
