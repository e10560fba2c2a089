/** Nothing that waits for a person is without a wake: a walk through every state of every thing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Wake } from '../../src/vocabulary.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import {
  actionStates,
  caseStates,
  dutyStates,
  meetingStates,
  otherStates,
  requestStates,
  type State,
} from './states.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const wakesNow = async () => (await bot.wakes()).map(({ wake }) => Wake.parse(wake))
const named = (wake: Wake): string => (wake.wake === 'climb-due' ? `climb-due ${wake.climb}` : wake.wake)
const isOf = (thing: string) => (wake: Wake) => Object.values(wake).some((value) => value === thing)
/** A reminder on the day before is no wait, nor is a card that is drawn again: nobody has to answer it. */
const waiting = ({ wake }: Wake): boolean => !['meeting-tomorrow', 'meeting-redraw', 'daily-post'].includes(wake)

const wakesOf = async (thing: string) => (await wakesNow()).filter(waiting).filter(isOf(thing)).map(named)

/** Each open climb has the wake of its next stage, and no other climb has any. */
async function climbsWithoutWake(): Promise<readonly string[]> {
  const rows = await bot.db.selectFrom('climbs').selectAll().orderBy('step').execute()
  const last = new Map(rows.map((row) => [`${row.climb} ${row.thing}`, row]))
  const open = [...last.values()].filter(({ state }) => state === 'open')
  const wanted = open.map(({ climb, thing, next_stage }) => `${climb} ${thing} ${next_stage}`)
  const there = (await wakesNow()).flatMap((wake) =>
    wake.wake === 'climb-due' ? [`${wake.climb} ${wake.thing} ${wake.stage}`] : [],
  )
  return [...wanted.filter((one) => !there.includes(one)), ...there.filter((one) => !wanted.includes(one))]
}

const things = {
  case: caseStates,
  meeting: meetingStates,
  request: requestStates,
  action: actionStates,
  duty: dutyStates,
  ...Object.fromEntries(Object.entries(otherStates).map(([thing, states]) => [thing, { '': states }])),
}

const walk: readonly (readonly [string, State])[] = Object.entries(things).flatMap(([thing, states]) =>
  Object.entries(states as Record<string, Record<string, State>>).flatMap(([state, ways]) =>
    Object.entries(ways).map(([way, one]) => [`${thing} ${state}: ${way}`.replace(' :', ':'), one] as const),
  ),
)

const dayMs = 24 * 3_600_000

/** What is said every half hour is lived through for one day, as what is said every few days is for weeks. */
const silenceMs = (wake: string): number => (wake === 'climb-due concern-unreported' ? dayMs : 21 * dayMs)

describe('every state', () => {
  it.each(walk)('%s', async (_, state) => {
    const thing = await state.reach(bot)

    const found = await wakesOf(thing)
    if ('wake' in state) expect(found).toContain(state.wake)
    else expect(found).toEqual([])
    expect(await climbsWithoutWake()).toEqual([])
  })
})

describe('a long time in which nobody answers', () => {
  const silent = walk.flatMap(([name, state]) => ('wake' in state ? [[name, state] as const] : []))

  it.each(silent)('%s', async (_, state) => {
    const thing = await state.reach(bot)
    await bot.until(new Date(bot.clock.now().getTime() + silenceMs(state.wake)).toISOString())

    expect(await wakesOf(thing)).toEqual(state.afterSilence.startsWith('nothing') ? [] : [state.afterSilence])
    expect(await climbsWithoutWake()).toEqual([])
  })
})

/** Nobody has been told yet, or time alone is waited for: it stands on a page a few days later. */
const later: Readonly<Record<string, string>> = {
  'case asking: those named are to be asked': 'they are asked with the next wake',
  'case following-up: only decisions were agreed': 'the chair, who approved them, is told after two working days',
  'case convening: times are to be offered': 'they are offered with the next wake',
  'meeting convened: it is to come': 'it waits for its start',
  'meeting recorded: before its start was announced': 'the chair, who recorded it, is told after two working days',
  'request given: every agency has answered': 'views close a working day later',
}

/** A return has to name one: no press mends it. */
const nowhere: ReadonlySet<string> = new Set(['child: it has no social worker'])

const pagesWithSomething = async () => {
  const found: string[] = []
  for (const { id } of staffed.people) {
    const page = await bot.ask(id, { ask: 'open-mine' })
    if (page.kind === 'home' && (page.sections[0]?.body.length ?? 0) > 0) found.push(id)
  }
  return found
}

describe('what waits for somebody stands on the page of somebody', () => {
  const awaited = walk.flatMap(([name, state]) => ('wake' in state ? [[name, state] as const] : []))

  it.each(awaited)('%s', async (name, state) => {
    await state.reach(bot)
    if (name in later) await bot.until(new Date(bot.clock.now().getTime() + 5 * dayMs).toISOString())
    else await bot.deliver()

    const found = await pagesWithSomething()
    if (nowhere.has(name)) expect(found).toEqual([])
    else expect(found).not.toEqual([])
  })
})
