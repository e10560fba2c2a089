/** What one receiver is to be reminded of today: each thing once, the most overdue first. */
import { actionLine, actionReminderCard } from '../actions/overdue.card.ts'
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import { stillReached } from '../climbs/still-reached.ts'
import { dutyLine, dutyReminderCard } from '../duties/duty.card.ts'
import type { Card, CardBlock } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import { Rung } from '../partnership/policies.ts'
import { hears } from '../parts/hears.ts'
import { may } from '../parts/may.ts'
import { reachedFor, unreachedOf } from '../parts/unreached.ts'
import { personById } from '../people/people.ts'
import type { Reminding } from '../people/reminding.ts'
import type { World } from '../ports/world.ts'
import { chasedAction, chasedDuty, type Chased, type ChasedSubject } from './chased.ts'
import type { NudgesNeeds } from './needs.ts'
import type { Nudge, NudgeId } from './nudge.ts'

type TodaysReminders = {
  /** Every nudge that was waiting, still true or not. */
  readonly all: readonly NudgeId[]
  readonly reminders: readonly Reminder[]
}

export type Reminder = {
  readonly about: ChasedSubject
  readonly due: Day
  readonly as: Reminding['as']
  readonly nudges: readonly NudgeId[]
  /** Nothing moved since it was said to them: it stands in their overview. */
  readonly repeats: boolean
  card(): Card
  /** One line of a digest. */
  line(): CardBlock
}

export async function todaysReminders(
  world: World<NudgesNeeds>,
  receiver: PersonId,
  principals: readonly PersonId[],
): Promise<TodaysReminders> {
  const waiting = await world.tx.waitingNudges(principals, dayOf(world.now))
  const bySubject = new Map<string, Nudge[]>()
  for (const nudge of waiting) bySubject.set(nudge.about.id, [...(bySubject.get(nudge.about.id) ?? []), nudge])
  const reminders: Reminder[] = []
  for (const nudges of bySubject.values()) {
    const reminder = await reminderOf(world, receiver, nudges)
    if (reminder) reminders.push(reminder)
  }
  return { all: waiting.map(({ id }) => id), reminders: reminders.sort((a, b) => (a.due < b.due ? -1 : 1)) }
}

async function reminderOf(
  world: World<NudgesNeeds>,
  receiver: PersonId,
  nudges: readonly Nudge[],
): Promise<Reminder | undefined> {
  const about = nudges[0]?.about
  if (!about) return undefined
  const { tx, partnership, calendar } = world
  if (about.subject === 'action') {
    const action = await tx.actionById(about.id)
    const thing = action && chasedAction(action, partnership, calendar)
    const reminding = thing && (await remindingOf(world, receiver, thing, nudges))
    return (
      reminding &&
      made(thing, nudges, reminding, {
        card: () => actionReminderCard(action, reminding),
        line: () => actionLine(action, reminding),
      })
    )
  }
  const duty = await tx.dutyById(about.id)
  const thing = duty && chasedDuty(duty, partnership, calendar)
  const reminding = thing && (await remindingOf(world, receiver, thing, nudges))
  return (
    reminding &&
    made(thing, nudges, reminding, {
      card: () => dutyReminderCard(duty, reminding),
      line: () => dutyLine(duty, reminding),
    })
  )
}

const made = (
  thing: Chased,
  nudges: readonly Nudge[],
  { as }: Reminding,
  drawn: Pick<Reminder, 'card' | 'line'>,
): Reminder => ({
  as,
  about: thing.about,
  due: thing.due,
  nudges: nudges.map(({ id }) => id),
  repeats: nudges.every(({ waitsUntil }) => waitsUntil !== undefined),
  ...drawn,
})

/** Undefined where none of these is still true: it is done, was moved, or is somebody else's now. */
async function remindingOf(
  world: World<NudgesNeeds>,
  receiver: PersonId,
  thing: Chased,
  nudges: readonly Nudge[],
): Promise<Reminding | undefined> {
  const { partnership, now, calendar } = world
  const rung = thing.open ? await rungOf(world, thing) : undefined
  if (!rung) return undefined
  const unreached = await unreachedOf(world, thing.parts)
  const heard = hears(thing.parts, rung, { unreached }).to
  const meant = heard.filter(({ person }) => nudges.some((nudge) => nudge.person === person && nudge.rung === rung))
  const first = meant[0]
  if (!first) return undefined
  const told = heard.filter(({ as }) => as !== 'owner').map(({ person }) => person)
  const others = await reachedFor(world, told)
  const inPlaceOf = meant.some(({ person }) => person === receiver) ? undefined : personById(partnership, first.person)
  return {
    rung,
    as: first.as,
    ownerName: thing.owner ? nameOf(partnership, thing.owner) : 'Nobody',
    ...(thing.offer && { offeredTo: nameOf(partnership, thing.offer.to) }),
    ...(inPlaceOf && { inPlaceOf: inPlaceOf.name }),
    opens: may(thing.parts, first.person, thing.about.subject),
    othersTold: others.filter((one) => one !== receiver).map((one) => nameOf(partnership, one)),
    today: dayOf(now),
    calendar,
  }
}

async function rungOf({ tx, partnership, ...moment }: World<NudgesNeeds>, thing: Chased): Promise<Rung | undefined> {
  const known = await tx.climbAsItStands(thing.climb)
  const reached = known && stillReached(known, thing.dates, { ...moment, hours: partnership.workingHours })
  return reached && Rung.parse(reached.stage)
}
