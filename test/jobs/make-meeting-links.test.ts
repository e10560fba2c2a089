/** Online meetings made by a service that speaks as Microsoft Graph does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { meetingLinksOf } from '../../bin/wiring/meeting-links.ts'
import { startMakingLinks, type MeetingLinks } from '../../jobs/make-meeting-links.ts'
import type { MeetingId } from '../../src/ids.ts'
import type { LogIds } from '../../src/ports/log.ts'
import type { OnlineMeeting } from '../../src/ports/online-meetings.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { retryAfterMs, startGraph, type Graph } from '../support/graph.ts'
import { silentLog } from '../support/silent-log.ts'
import { closes, convened, went } from '../support/stages.ts'

let bot: Bot
let graph: Graph
beforeAll(async () => {
  bot = await startBot()
  graph = await startGraph()
})
beforeEach(async () => {
  await bot.startOver()
  graph.startOver()
})
afterAll(async () => {
  await graph.close()
  await bot.close()
})

function links(): MeetingLinks {
  const { store, clock, partnership } = bot
  return meetingLinksOf(graph.config, {
    store,
    clock,
    partnership: () => partnership,
    newId: () => crypto.randomUUID(),
  })
}

/** Runs at its own pace only when it is asked to. */
function making(given: Partial<MeetingLinks> = {}) {
  const failures: { readonly event: string; readonly message: string; readonly ids: LogIds | undefined }[] = []
  const error = (event: string, thrown: unknown, ids?: LogIds) =>
    void failures.push({ event, message: String(thrown), ids })
  const job = startMakingLinks({
    ...links(),
    ...given,
    clock: bot.clock,
    log: { ...silentLog, error },
    everyMs: 1_000_000,
  })
  onTestFinished(() => job.stop())
  return { ...job, failures }
}

const told = async () =>
  (await bot.said()).flatMap(({ key, to, card }) => {
    const [at] = card.body.flatMap((part) => (part.block === 'link' ? [part.address] : []))
    return key.startsWith('link-') ? [`${to} ${at}`] : []
  })
const everybody = ['chair', 'health-lead', 'iro', 'practitioner', 'school-lead', 'social-worker']

it('makes one for a meeting that has a time, and tells everybody of its link, once', async () => {
  const { meeting } = await convened(bot)
  const job = making()

  await job.makeAll()
  await job.makeAll()

  const [asked, ...more] = graph.asked
  expect(more).toEqual([])
  expect(asked).toEqual({
    externalId: meeting,
    subject: expect.stringMatching(/^Unstuck: case [0-9A-Z]{3}-[0-9A-Z]{3}$/) as string,
    startDateTime: '2026-09-11T09:00:00.000Z',
    endDateTime: '2026-09-11T10:30:00.000Z',
  })
  expect((await told()).toSorted()).toEqual(everybody.map((who) => `${who} ${graph.made.get(meeting)}`))
  expect(await bot.last('meeting-link-made')).toMatchObject({ meeting, by: null })
  expect(job.failures).toEqual([])
})

it.each(['offered', 'recorded', 'approved'] as const)(
  'makes none for one that is %s, whatever its time',
  async (state) => {
    await convened(bot)
    await bot.db.updateTable('meetings').set({ state }).execute()

    await making().makeAll()

    expect(graph.asked).toEqual([])
  },
)

it('asks for no further one once it is to stop, and waits for the one in hand', async () => {
  const meetings = ['a', 'b'].map((name) => ({
    ...{ key: name as MeetingId, subject: name, startsAt: bot.clock.now(), endsAt: bot.clock.now() },
  }))
  const [asked, kept]: [string[], string[]] = [[], []]
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const createOrGet = async ({ key }: OnlineMeeting) => {
    asked.push(key)
    await answered
    return { joinUrl: 'https://meet.example' }
  }
  const job = making({
    ...{ lacking: () => Promise.resolve(meetings), onlineMeetings: { createOrGet } },
    keep: (key) => Promise.resolve(void kept.push(key)),
  })
  await expect.poll(() => asked).toEqual(['a'])

  const stopped = job.stop()
  answer()
  await stopped

  expect([asked, kept]).toEqual([['a'], ['a']])
})

it('gets the same meeting where the process ended before its link was kept', async () => {
  await convened(bot)
  const ended = making({ keep: () => Promise.reject(new Error('the process ended')) })
  await ended.makeAll()
  await ended.stop()
  expect(await told()).toEqual([])

  await making().makeAll()

  expect([graph.asked.length, graph.made.size]).toEqual([2, 1])
  expect((await told()).length).toBe(everybody.length)
})

it('gets the same meeting where the answer was lost, a minute later', async () => {
  await convened(bot)
  const job = making()
  graph.mood = 'lost-answer'
  await job.makeAll()
  graph.mood = 'well'
  await job.makeAll()
  expect(await told()).toEqual([])

  bot.clock.pass(60_000)
  expect(await job.makeAll()).toBe(1)

  expect([graph.asked.length, graph.made.size]).toEqual([2, 1])
  expect((await told()).length).toBe(everybody.length)
})

it('makes one meeting where two processes ask at the same moment, and tells once', async () => {
  await convened(bot)

  await Promise.all([making().makeAll(), making().makeAll()])

  expect(graph.made.size).toBe(1)
  expect((await told()).length).toBe(everybody.length)
  expect((await bot.factNames()).filter((name) => name === 'meeting-link-made')).toHaveLength(1)
})

it('waits as long as it is asked to', async () => {
  await convened(bot)
  const job = making()
  graph.mood = 'too-fast'
  await job.makeAll()
  graph.mood = 'well'
  bot.clock.pass(retryAfterMs - 1)
  expect(await job.makeAll()).toBe(0)

  bot.clock.pass(1)

  expect(await job.makeAll()).toBe(1)
  expect(graph.asked).toHaveLength(2)
})

it('asks for another token where its own was taken away', async () => {
  await convened(bot)
  const job = making({ keep: () => Promise.reject(new Error('not yet')) })
  await job.makeAll()
  graph.revokeTokens()
  bot.clock.pass(60_000)
  await job.makeAll()
  bot.clock.pass(60_000)
  await job.makeAll()

  expect(graph.asked).toHaveLength(2)
})

describe('says in the log what failed, and nothing of what was sent', () => {
  it.each([
    ['forbidden', 'Error: Graph made no online meeting: 403 Forbidden'],
    ['elsewhere', 'Error: the address of the online meeting is of no service that is known'],
  ] as const)('%s', async (mood, message) => {
    const { meeting } = await convened(bot)
    const job = making()
    graph.mood = mood
    await job.makeAll()

    expect(job.failures).toEqual([{ event: 'meeting-link-failed', message, ids: { meeting } }])
    expect(await told()).toEqual([])
  })

  it('a secret that is wrong', async () => {
    await convened(bot)
    const { store, clock, partnership } = bot
    const wrong = { ...graph.config, clientSecret: 'not-the-secret' }
    const job = making(
      meetingLinksOf(wrong, { store, clock, partnership: () => partnership, newId: () => crypto.randomUUID() }),
    )
    await job.makeAll()

    expect(job.failures.map(({ message }) => message)).toEqual(['TokenError: no token was given: invalid_client'])
  })
})

describe('makes none', () => {
  it('where the chair has given a link, also while it is being made', async () => {
    const { meeting } = await convened(bot)
    const own = 'https://meet.google.com/abc-defg-hij'
    const { keep } = links()
    const job = making({
      async keep(key, joinUrl) {
        went(
          await bot.fillIn(
            'chair',
            { ask: 'open-meeting-link', meeting },
            { held: 'online', address: own, danger: 'no' },
          ),
        )
        await keep(key, joinUrl)
      },
    })
    await job.makeAll()
    await job.makeAll()

    expect(graph.asked).toHaveLength(1)
    expect(new Set(await told())).toEqual(new Set(everybody.map((who) => `${who} ${own}`)))
  })

  it('for a meeting that has begun, or whose case is closed', async () => {
    const { case: stuck } = await convened(bot)
    const start = new Date((await bot.last('time-picked')).start)
    bot.clock.moveTo(start)
    await making().makeAll()
    bot.clock.moveTo(new Date(start.getTime() - 1))
    await closes(bot, stuck)
    await making().makeAll()

    expect(graph.asked).toEqual([])
  })
})
