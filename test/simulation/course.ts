/** How a life goes on: the clock moves to whatever comes next, processes do what is due, and nobody waits for ever. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Count } from './coverage.ts'
import { happeningIn } from './happen.ts'
import type { Happening, Timed } from './happenings.ts'
import type { Luck } from './luck.ts'
import { openWorld } from './open-world.ts'
import { peopleIn } from './people.ts'
import { startProcess, type Due, type Process } from './process.ts'
import type { Beginning } from './stages.ts'
import { whatWaits } from './waiting.ts'
import type { Asked } from './world.ts'

export type Course = Awaited<ReturnType<typeof openCourse>>

const minuteMs = 60_000
/** How often a process looks again for what could not go yet: each time later. */
const [shortestMs, longestMs] = [2_000, 2 * 3_600_000]
/** More than any life needs: what goes on for ever is a fault. */
const mostSteps = 5_000

export async function openCourse(db: Kysely<Database>, beginning: Beginning, luck: Luck, count: Count) {
  const world = await openWorld(
    db,
    beginning,
    luck.faults((process) => died(process as Process)),
    count,
  )
  const { clock, chance, gates, trace } = world
  const events: { readonly at: Date; readonly happening: Happening | (() => void) }[] = []
  let processes: Process[] = []
  let started = 0
  const unanswered = new Map<Asked, Process>()
  const start = () => {
    if (processes.length < 2) processes.push(startProcess(`p${++started}`, world))
  }
  const add = (some: readonly { readonly at: Date; readonly happening: Happening | (() => void) }[]) => {
    events.push(...some)
    events.sort((a, b) => a.at.getTime() - b.at.getTime())
  }
  const later = (ms: number, happening: () => void) => add([{ at: new Date(clock.now().getTime() + ms), happening }])

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
    if (!luck.calm() && chance.percent(5)) void process.answer(asked).catch(() => undefined) // pressed twice
    try {
      const answer = await process.answer(asked)
      trace.say(asked.by, asked.ask, answer.kind, answer.kind === 'refusal' ? answer.reason : '')
      count('ask', asked.ask.ask, answer.kind)
      return answer
    } catch {
      later(30_000, () => void asks(asked))
      return undefined
    } finally {
      unanswered.delete(asked)
    }
  }
  const people = peopleIn(world, asks)
  const happens = happeningIn(world, people, () => {
    if (processes[0]) died(processes[0])
  })

  /** Lets everybody who waits go on, one after the other. */
  async function untilNobodyWaits(): Promise<number> {
    let steps = 0
    while (await gates.step()) {
      if (++steps > mostSteps) throw new Error('it goes on for ever')
      if (chance.percent(5)) clock.pass(chance.between(1, 3_000))
      // a process is suspended, or the database takes its time: for longer than a lease
      if (!luck.calm() && chance.between(1, 2_000) === 1 && !gates.posting()) {
        count('fault', 'suspended')
        clock.pass(chance.between(20_000, 300_000))
      }
    }
    return steps
  }

  const workingMoment = (at: Date): Date => {
    const { workingHours, closedDays } = world.partnership()
    return nextWorkingMoment(at, workingHours, workingCalendar(closedDays))
  }

  async function liveUntil(end: Date): Promise<void> {
    let pauseMs = shortestMs
    for (;;) {
      const steps = await untilNobodyWaits()
      const now = clock.now()
      if (now >= end) return
      const waits = await whatWaits(db, now)
      const opening = workingMoment(now)
      /** What waits for the morning is left until then, mostly. */
      const routine = opening <= now || chance.percent(5) ? waits.routine : 0
      const due = { wakes: waits.wakes > 0, messages: waits.urgent + routine > 0 || world.queue.size() > 0 }
      pauseMs = steps > processes.length * 2 ? 0 : Math.min(Math.max(pauseMs * 3, shortestMs), longestMs)
      const moments = [
        events[0]?.at,
        gates.nextFrom(),
        ...(due.wakes || due.messages ? [new Date(now.getTime() + pauseMs)] : []),
        ...(waits.routine > 0 && opening > now ? [opening] : []),
        waits.nextWake,
        waits.nextMessage,
        end,
      ].flatMap((moment) => (moment ? [moment.getTime()] : []))
      clock.moveTo(new Date(Math.max(Math.min(...moments), now.getTime())))
      happenAll()
      const isDue = (moment: Date | null) => moment !== null && moment <= clock.now()
      tick({
        wakes: due.wakes || isDue(waits.nextWake),
        messages: due.messages || isDue(waits.nextMessage) || (waits.routine > 0 && isDue(opening)),
      })
    }
  }

  function happenAll(): void {
    while (events[0] && events[0].at <= clock.now()) {
      const { happening } = events[0]
      events.shift()
      happens(happening)
    }
  }

  /** The timers of one process come round, or those of both at once. */
  function tick(due: Due): void {
    if (!due.wakes && !due.messages) return
    const both = chance.percent(40)
    for (const process of both || processes.length < 2 ? processes : [chance.oneOf(processes)]) process.tick(due)
  }

  start()
  start()
  return {
    ...{ world, people, asks, liveUntil },
    willHappen: (some: readonly Timed[]) => add(some),
    /** From now on nothing goes wrong. */
    heal(): void {
      trace.say('heals')
      luck.heal()
      world.queue.away = false
      for (const platform of Object.values(world.platforms)) Object.assign(platform, { weather: 'fair', calm: true })
      events.splice(0)
      while (processes.length < 2) start()
    },
    stop(): void {
      for (const process of processes) process.stop()
    },
  }
}
