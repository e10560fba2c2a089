/** A social worker says which children of a return are theirs and what exists already; only then are they chased. */
import { dayOf } from '../calendar/london.ts'
import { withLines } from '../children/own-child.ts'
import { asksForFirstLook, firstLook } from '../children/unconfirmed-children.ts'
import { endClimb } from '../climbs/take-step.ts'
import { typedAs } from '../commands/commands.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FieldErrors, Fields, FormValues } from '../display/form.ts'
import { readForm, type ReadForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused } from '../display/refusal.ts'
import { asDay, type Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { actedForBy, principalsOf } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import {
  allMineFields,
  namedFields,
  firstLookForm,
  names,
  notMineForm,
  notRecorded,
  recordedEarlier,
  type Unconfirmed,
} from './first-look.form.ts'
import type { DutiesNeeds } from './needs.ts'
import { dueDay, isLongInCare } from './due-day.ts'
import { startDuty, type Recorded } from './start-duty.ts'
import { keepAssessed, keepLastNotKnown } from './start-review.ts'
import { asksWhenCareBegan, whyNotThen } from './when-care-began.ts'

export async function unconfirmedOf(
  { tx }: Pick<World<DutiesNeeds>, 'tx'>,
  people: readonly PersonId[],
): Promise<readonly Unconfirmed[]> {
  const waiting: Unconfirmed[] = []
  for (const person of new Set(people))
    for (const child of await tx.childrenOf(person)) if (child.scope === 'in' && !child.confirmedAt) waiting.push(child)
  return waiting
}

export const waitingFor = async (world: World<DutiesNeeds>, by: PersonId) =>
  unconfirmedOf(world, await askedOf(world, by))

/** Whose children this person is asked about: also those of a principal who is back, of which they were told. */
export async function askedOf(
  world: World<DutiesNeeds>,
  by: PersonId,
  asksFor = asksForFirstLook,
): Promise<readonly PersonId[]> {
  const principals = principalsOf(world, by)
  const said = await world.tx.saidInPlaceOf(principals, principals, world.now)
  const told = said.filter(({ to, what }) => to === by && what === asksFor).map(({ meantFor }) => meantFor)
  return [...new Set([by, ...(await actedForBy(world, by)), ...told])]
}

export async function showFirstLookForm(world: World<DutiesNeeds>, by: PartnershipPerson): Promise<Answer> {
  const waiting = await waitingFor(world, by.id)
  return waiting.length > 0
    ? firstLookForm(await withLines(world, by, waiting), dayOf(world.now))
    : done('There are no more children for you to confirm.')
}

/** As the form says that was sent. */
type How = { readonly inSteps?: true | undefined; readonly asksHealth?: true | undefined }

export async function confirmChildren(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
  { inSteps, asksHealth }: How = {},
): Promise<Answer> {
  const waiting = await waitingFor(world, by.id)
  const asked = waiting.filter((child) => cameWith(child, sent))
  if (asked.length === 0 && Object.keys(sent).some(isAboutChild)) return refused('already-done')
  const allMine = readForm(allMineFields, sent)
  if (isRefusal(allMine)) return allMine
  const areAllMine = allMine.values.allMine !== undefined
  const read = asked.map((child) => readChild(child, sent, dayOf(world.now), areAllMine))
  const answered = read.filter((one) => one !== 'left')
  const errors = answered.reduce<FieldErrors>((all, one) => ({ ...all, ...one.errors }), {})
  if (Object.keys(errors).length > 0) return notComplete(errors)

  for (const one of answered) if (one.mine) await confirm(world, by.id, one, asksHealth === true)
  for (const person of await askedOf(world, by.id))
    if ((await unconfirmedOf(world, [person])).length === 0) await endClimb(world, firstLook(person))
  const notMine = answered.filter(({ mine }) => !mine).map(({ child }) => child)
  const confirmed = answered.length - notMine.length
  const says = confirmed > 0 ? `${counted(confirmed)} confirmed. ` : ''
  if (notMine.length > 0) return notMineForm(await withLines(world, by, notMine), says)
  const next = inSteps ? waiting.slice(waiting.findLastIndex((child) => asked.includes(child)) + 1) : []
  if (next.length > 0) return firstLookForm(await withLines(world, by, next), dayOf(world.now), says)
  const undated = asked.filter((child, at) => areAllMine && read[at] === 'left' && asksWhenCareBegan(child)).length
  if (answered.length === 0 && undated === 0) return done('You did not answer for any child, so nothing was changed.')
  return done(`${says}${undated > 0 ? notWithout(undated) : ''}${whatIsLeft(waiting.length - confirmed)}`)
}

/** A platform draws as many children as fit: nothing is said of the others, whatever is said of all. */
const cameWith = (child: Unconfirmed, sent: FormValues): boolean =>
  Object.values(names(child)).some((name) => sent[name] !== undefined)

const isAboutChild = (name: string): boolean => /^(mine|began|permanence|health)-/.test(name)

/** "All are mine" alone does not confirm a child of whom nothing could be counted. */
const notWithout = (children: number): string =>
  `${children === 1 ? '1 child is' : `${children} children are`} not confirmed yet: give the day on which care began. `

export const whatIsLeft = (left: number): string =>
  left > 0
    ? `${left === 1 ? '1 is' : `${left} are`} waiting. Open the first look again, or type ${typedAs('plan')}.`
    : 'There are no more.'

export const counted = (children: number): string => (children === 1 ? '1 child is' : `${children} children are`)

type Answered = {
  readonly child: Unconfirmed
  readonly mine: boolean
  readonly began?: Day
  /** The review at which the plan was recorded. */
  readonly permanence?: Recorded
  readonly health?: Day
  readonly errors: FieldErrors
}

/**
 * A child whose questions are all blank is left for later, on platforms that send a blank field too. So is one of whom only "all are
 * mine" was said, where it is not known when care began: it waits, and its row says for what.
 */
function readChild(child: Unconfirmed, sent: FormValues, today: Day, allMine: boolean): Answered | 'left' {
  const name = names(child)
  const read: ReadForm<Fields> = readForm(namedFields(child, today), sent)
  if (isRefusal(read)) return { child, mine: false, errors: read.fields ?? {} }
  const { [name.began]: given, [name.permanence]: review, [name.health]: assessed, [name.mine]: answer } = read.values
  const reviewed = typeof review === 'string' && review !== notRecorded ? review : undefined
  const [began, health] = [dayIn(given), dayIn(assessed)]
  const lacksBegan = asksWhenCareBegan(child) && began === undefined
  const saidNothing = reviewed === undefined && health === undefined
  if (answer === undefined && saidNothing && (allMine ? lacksBegan : began === undefined)) return 'left'
  const said = answer ?? (allMine ? 'yes' : undefined)
  const wrong = began ? whyNotThen(child, began, health) : {}
  const permanence = reviewed && (reviewed === recordedEarlier ? ({ earlier: true } as const) : asDay(reviewed))
  return {
    child,
    mine: said === 'yes',
    ...(began && { began }),
    ...(permanence && { permanence }),
    ...(health && { health }),
    errors: {
      ...(said === undefined && { [name.mine]: 'Say whether this child is yours.' }),
      ...(said === 'yes' && lacksBegan && { [name.began]: 'Give the day on which care began.' }),
      ...(wrong.began && { [name.began]: wrong.began }),
      ...(wrong.health && { [name.health]: wrong.health }),
    },
  }
}

const dayIn = (given: unknown): Day | undefined => (typeof given === 'string' ? asDay(given) : undefined)

async function confirm(
  world: World<DutiesNeeds>,
  by: PersonId,
  { child: asked, began, permanence, health }: Answered,
  asksHealth: boolean,
): Promise<void> {
  const { tx, now } = world
  const child = began ? { ...asked, began: { ...asked.began, said: began } } : asked
  await tx.confirmChild(child.id, now, began)
  await tx.record({ fact: 'child-confirmed', child: child.id, ...(began && { began }) })
  await startDuty(world, child, by, 'permanence-plan', permanence)
  const isKnown = dueDay('review-health-assessment', child) !== undefined
  const asksLast = isLongInCare(asked, dayOf(now)) && !(await hasInitial(world, child))
  if (health && asksLast) await keepAssessed(world, child, by, health)
  else if (asksHealth && !health && asksLast && !isKnown) await keepLastNotKnown(world, child, by)
  else if (health || !isKnown) await startDuty(world, child, by, 'health-assessment', health)
}

/** From before the last assessment was asked of them: it ends with it. */
const hasInitial = async ({ tx }: World<DutiesNeeds>, { id, careFrom }: Unconfirmed): Promise<boolean> =>
  (await tx.dutiesOf(id)).some((one) => one.kind === 'health-assessment' && one.careFrom === careFrom)
