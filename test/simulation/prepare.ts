/** Lives a case up to a stage, with the real parts and without trouble, and keeps what stands then. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { addDays } from '../../src/calendar/months.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { Card } from '../../src/display/card.ts'
import { filled, type Form } from '../../src/display/form.ts'
import { PersonId } from '../../src/ids.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { openCourse, type Course } from './course.ts'
import { fillIn } from './fill.ts'
import { keepTables, type KeptTables } from './kept-tables.ts'
import { luckFrom } from './luck.ts'
import type { Landed } from './platform.ts'
import type { Written } from './words.ts'

export type Prepared = {
  readonly at: Date
  readonly tables: KeptTables
  readonly landed: readonly Landed[]
  readonly drawn: readonly (readonly [marker: string, card: Card])[]
  readonly written: readonly Written[]
  readonly knows: Readonly<Record<'slack' | 'teams' | 'email', readonly PersonId[]>>
}

type Given = Readonly<Record<string, readonly string[]>>

const person = (name: string): PersonId => PersonId.parse(name)
const minuteMs = 60_000

export async function prepare(db: Kysely<Database>, stage: Stage, day: string): Promise<Prepared> {
  const seed = Number(day.replaceAll('-', ''))
  const beginning = { seed, stage: 'nothing', days: [], at: instantOf(asDay(day), '09:10') } as const
  const uncounted = () => undefined
  const course = await openCourse(db, beginning, luckFrom(seed, uncounted, true), uncounted)
  const { world } = course
  for (const [name, leadsTo] of steps) {
    await leadsTo(course)
    if (name === stage) break
  }
  course.stop()
  return {
    at: world.clock.now(),
    tables: await keepTables(db, `kept_${stage.replaceAll('-', '_')}_${seed}`),
    landed: [...world.landed],
    drawn: [...world.drawn],
    written: [...world.words.all],
    knows: {
      slack: [...world.platforms.slack.knows],
      teams: [...world.platforms.teams.knows],
      email: [...world.platforms.email.knows],
    },
  }
}

const passes = ({ world, liveUntil }: Course, ms = 5 * minuteMs): Promise<void> =>
  liveUntil(new Date(world.clock.now().getTime() + ms))

async function asks(course: Course, by: PersonId, ask: Ask, given?: Given) {
  const { chance, clock, words } = course.world
  const answering = course.asks({ by, ask, form: {}, once: chance.uuid() })
  await passes(course)
  const answer = await answering
  if (!given) return answer
  if (answer?.kind !== 'form')
    throw new Error(`${by} asked ${ask.ask} and was shown no form: ${JSON.stringify(answer)}`)
  const today = dayOf(clock.now())
  const write = (field: string) => words.write({ by, field, ask: answer.submit.ask })
  const form = { ...fillIn(whole(answer), { chance, today, write }, true), danger: filled('no') }
  for (const [name, values] of Object.entries(given)) Object.assign(form, { [name]: filled(...values) })
  const sending = course.asks({ by, ask: answer.submit.ask, form, once: chance.uuid() })
  await passes(course)
  const sent = await sending
  if (sent?.kind !== 'done') throw new Error(`${by} sent ${ask.ask} in vain: ${JSON.stringify(sent)}`)
  return sent
}

/** Every field is filled in. */
const whole = (form: Form): Form => ({
  ...form,
  fields: Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, { ...field, optional: false }])),
})

const oneCase = ({ world }: Course) => world.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow()
const oneMeeting = ({ world }: Course) => world.db.selectFrom('meetings').selectAll().executeTakeFirstOrThrow()

/** Days later, in the morning, when whatever was due has been sent. */
const dayBefore = (course: Course, day: string): Promise<void> =>
  course.liveUntil(instantOf(addDays(asDay(day), -1), '11:00'))

/** Each stage, and what leads to it from the one before. */
const steps = [
  ['asking', raiseAndConfirm],
  ['offered', giveViews],
  ['convened', pickTime],
  ['recorded', holdMeeting],
  ['following-up', approve],
] as const

export type Stage = (typeof steps)[number][0]
export const stages: readonly Stage[] = steps.map(([name]) => name)

async function raiseAndConfirm(course: Course): Promise<void> {
  await asks(
    course,
    person('practitioner'),
    { ask: 'open-raise-case' },
    {
      ...{ identifier: ['LK104'], theme: ['education'], namedTo: ['all'] },
      ...{ name: [], born: [], noneKnown: [] },
    },
  )
  const { id } = await oneCase(course)
  await asks(course, person('social-worker'), { ask: 'open-confirm-case', case: id as never }, { chair: ['chair'] })
  await passes(course, 30 * minuteMs)
}

async function giveViews(course: Course): Promise<void> {
  const open = await course.world.db
    .selectFrom('requests')
    .innerJoin('asked', (join) =>
      join.onRef('asked.case_id', '=', 'requests.case_id').onRef('asked.agency', '=', 'requests.agency'),
    )
    .select(['requests.id', 'asked.person'])
    .orderBy('asked.agency')
    .execute()
  for (const { id, person: by } of open) await asks(course, person(by), { ask: 'open-input', request: id as never }, {})
  const { inputs_close } = await oneCase(course)
  await course.liveUntil(instantOf(asDay(String(inputs_close)), '17:30'))
}

async function pickTime(course: Course): Promise<void> {
  const { id, slots } = await oneMeeting(course)
  const starts = new Date(String((slots as readonly unknown[])[0])).toISOString()
  const answer = await asks(course, person('chair'), { ask: 'pick-slot', meeting: id as never, starts })
  if (answer?.kind !== 'done') throw new Error(`no time was picked: ${JSON.stringify(answer)}`)
  await dayBefore(course, starts.slice(0, 10))
}

async function holdMeeting(course: Course): Promise<void> {
  const meeting = await oneMeeting(course)
  const [id, by] = [meeting.id as never, person('chair')]
  await course.liveUntil(new Date(Number(meeting.starts_at) + 60 * minuteMs))
  await asks(course, by, { ask: 'open-record', meeting: id }, { decisions: ['Something agreed to think about'] })
  for (const owner of ['health-lead', 'social-worker'])
    await asks(course, by, { ask: 'open-add-action', meeting: id }, { owner: [owner] })
}

async function approve(course: Course): Promise<void> {
  const { id } = await oneMeeting(course)
  await asks(course, person('chair'), { ask: 'open-summary-draft', meeting: id as never }, {})
  const { due } = await course.world.db.selectFrom('actions').select('due').orderBy('due').executeTakeFirstOrThrow()
  await dayBefore(course, due)
}
