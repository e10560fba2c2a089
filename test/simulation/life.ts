/** One life, from a seed: people ask, time rings, messages are sent, and much goes wrong; then it heals, and is checked. */
import type { Kysely } from 'kysely'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { addWorkingDays, workingCalendar } from '../../src/calendar/working-days.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import type { Answer } from '../../src/display/answer.ts'
import { chanceFrom } from './chance.ts'
import type { GateFaults } from './gates.ts'
import { happeningsOf, type Happening } from './happenings.ts'
import { happeningIn } from './happen.ts'
import { invariants } from './invariants.ts'
import { openWorld, type OpenWorld } from './open-world.ts'
import { peopleIn } from './people.ts'
import { startProcess, type Process } from './process.ts'
import type { Asked } from './world.ts'

export type Life = {
  readonly seed: number
  readonly faults: readonly string[]
  readonly trace: string
  readonly hash: string
}

const minuteMs = 60_000
/** How often a process looks again for what could not go yet: each time later. */
const [shortestMs, longestMs] = [2_000, 2 * 3_600_000]
/** More than any life needs: what goes on for ever is a fault. */
const mostSteps = 5_000

export async function live(db: Kysely<Database>, seed: number): Promise<Life> {
  const luck = chanceFrom(seed + 1_000_003)
  /** Of a thousand calls, how many end in a kill or a lost connection. */
  const [killing, failing] = [luck.oneOf([0, 0, 4, 12]), luck.oneOf([0, 0, 5, 20])]
  const mode = { healing: false }
  const faults: GateFaults = {
    kills: () =>
      !mode.healing && luck.between(1, 1_000) <= killing ? luck.oneOf(['before', 'after'] as const) : undefined,
    fails: (_, what) =>
      !mode.healing && /^(store|outbox|accounts|queue)\./.test(what) && luck.between(1, 1_000) <= failing
        ? luck.oneOf(['before', 'after'] as const)
        : undefined,
    killed: (process) => died(process as Process),
  }
  const world = await openWorld(db, seed, faults)
  const { clock, chance, gates, trace } = world
  const due = createDue(db)
  const days = chance.oneOf([3, 5, 8, 12])
  const events: { readonly at: Date; readonly happening: Happening | (() => void) }[] = [
    ...happeningsOf(chance, clock.now(), days, chance.between(10, 30)),
  ]
  let processes: Process[] = []
  let started = 0
  const unanswered = new Map<Asked, Process>()
  const start = () => {
    if (processes.length < 2) processes.push(startProcess(`p${++started}`, world))
  }
  const later = (ms: number, happening: Happening | (() => void)) => {
    events.push({ at: new Date(clock.now().getTime() + ms), happening })
    events.sort((a, b) => a.at.getTime() - b.at.getTime())
  }

  function died(process: Process): void {
    process.stop()
    processes = processes.filter((one) => one !== process)
    later(chance.between(1_000, chance.oneOf([5_000, 300_000, 4 * 3_600_000])), start)
    for (const [asked, by] of unanswered)
      if (by === process) {
        unanswered.delete(asked)
        later(chance.between(2_000, 600_000), () => void asks(asked))
      }
  }

  async function asks(asked: Asked): Promise<Answer | undefined> {
    const [process] = processes.length > 1 && chance.percent(50) ? processes.slice(1) : processes
    if (!process) {
      later(minuteMs, () => void asks(asked))
      return undefined
    }
    unanswered.set(asked, process)
    if (chance.percent(5)) void process.answer(asked).catch(() => undefined) // pressed twice
    try {
      const answer = await process.answer(asked)
      trace.say(asked.by, asked.ask, answer.kind, answer.kind === 'refusal' ? answer.reason : '')
      await world.overhear(asked, answer)
      return answer
    } catch {
      later(30_000, () => void asks(asked))
      return undefined
    } finally {
      unanswered.delete(asked)
    }
  }
  const happens = happeningIn(world, peopleIn(world, asks), () => {
    if (processes[0]) died(processes[0])
  })

  /** Lets everybody who waits go on, one after the other. */
  async function untilNobodyWaits(): Promise<number> {
    let steps = 0
    while (await gates.step()) {
      if (++steps > mostSteps) throw new Error('it goes on for ever')
      if (chance.percent(5)) clock.pass(chance.between(1, 3_000))
      // a process is suspended, or the database takes its time: for longer than a lease
      if (!mode.healing && chance.between(1, 2_000) === 1 && !gates.posting())
        clock.pass(chance.between(20_000, 300_000))
    }
    return steps
  }

  const workingMoment = (at: Date): Date => {
    const { workingHours, closedDays } = world.partnership()
    return nextWorkingMoment(at, workingHours, workingCalendar(closedDays))
  }

  /** When what waits for the morning may go; nothing within working hours. */
  const opening = (now: Date): readonly Date[] => [workingMoment(now)].filter((moment) => moment > now)

  async function liveUntil(end: Date): Promise<void> {
    let pauseMs = shortestMs
    for (;;) {
      const steps = await untilNobodyWaits()
      const now = clock.now()
      if (now >= end) return
      const waits = await somethingWaits()
      pauseMs = steps > processes.length * 3 ? shortestMs : Math.min(pauseMs * 3, longestMs)
      const moments = [
        events[0]?.at,
        gates.nextFrom(),
        await due.nextMoment(now, end),
        ...(waits ? [new Date(now.getTime() + pauseMs), ...opening(now)] : []),
        end,
      ].flatMap((moment) => (moment ? [moment.getTime()] : []))
      clock.moveTo(new Date(Math.max(Math.min(...moments), now.getTime())))
      while (events[0] && events[0].at <= clock.now()) {
        const { happening } = events[0]
        events.shift()
        happens(happening)
      }
      if (await somethingWaits()) for (const process of processes) process.tick()
    }
  }

  async function somethingWaits(): Promise<boolean> {
    const { messages, wakes } = await due.late(clock.now(), -1)
    return messages > 0 || wakes > 0 || world.queue.size() > 0
  }

  start()
  start()
  await liveUntil(new Date(clock.now().getTime() + days * 24 * 60 * minuteMs))
  trace.say('heals')
  mode.healing = true
  world.queue.away = false
  for (const platform of Object.values(world.platforms)) {
    platform.weather = 'fair'
    platform.calm = true
  }
  events.splice(0)
  while (processes.length < 2) start()
  const calendar = workingCalendar([])
  await liveUntil(instantOf(addWorkingDays(dayOf(clock.now()), 2, calendar), '11:00'))
  for (const process of processes) process.stop()

  const broken: string[] = [...world.faults]
  for (const [name, invariant] of Object.entries(invariants))
    for (const fault of await invariant(world)) broken.push(`${name}: ${fault}`)
  await traceTables(world)
  return { seed, faults: broken, trace: trace.text(), hash: trace.hash() }
}

async function traceTables({ db, trace }: OpenWorld): Promise<void> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').execute()
  for (const row of rows) trace.say('outbox', row.key, row.person, row.state, String(row.copies), String(row.attempts))
  for (const { fact, data, by } of await db.selectFrom('facts').selectAll().orderBy('seq').execute())
    trace.say('fact', fact, by ?? '-', JSON.stringify(data))
}
