/** Anybody who leaves is refused at the next press, and is named in what they leave behind. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { doorsOf } from '../../bin/wiring/doors.ts'
import { asDay } from '../../src/calendar/day.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { createAnswer } from '../../src/answer.ts'
import type { PersonId } from '../../src/ids.ts'
import { asOf } from '../../src/partnership/as-of.ts'
import { asLeft } from '../../src/partnership/left.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { stillTrue } from '../../src/still-true.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { demonstration } from '../support/builders.ts'
import { silentLog } from '../support/silent-log.ts'
import { approved } from '../support/stages.ts'
import { account, council, memberWith, ofHouses } from './one-partnership.ts'

let bot: Bot
let inForce: Partnership
beforeEach(async () => {
  bot = await startBot({ partnership: ofHouses })
  inForce = ofHouses
})
afterEach(() => bot.close())

const worker = 'social-worker' as PersonId
const parts = () => ({ ...bot, partnership: () => asOf(inForce, dayOf(bot.clock.now())), newId: () => randomUUID() })
const doors = () => doorsOf({ ...parts(), log: silentLog, mail: true })

const without = (id: string): Partnership => ({
  ...ofHouses,
  people: ofHouses.people.filter((one) => one.id !== id),
  left: ofHouses.people.filter((one) => one.id === id).map(asLeft),
})
const ending = (id: string, ends: string): Partnership => ({
  ...ofHouses,
  people: ofHouses.people.map((one) => (one.id === id ? { ...one, ends: asDay(ends) } : one)),
})

it('by their account, by their presses, by their browser, and what waits for them is not sent', async () => {
  const answer = createAnswer(parts())
  const { recognise, arrive } = doors()
  const pressed = () => answer({ ask: { ask: 'open-mine' }, by: worker })
  const waits = () =>
    bot.store.look(bot.clock.now(), (tx) =>
      stillTrue(
        { tx, now: bot.clock.now(), partnership: parts().partnership() },
        { to: worker, about: { subject: 'person', id: worker } },
      ),
    )
  expect(await recognise(account(council), memberWith(worker))).toBe(worker)
  expect(await arrive(worker)).toBe(true)
  expect((await pressed()).kind).toBe('home')
  expect(await waits()).toBe(true)

  inForce = without(worker)
  expect(await recognise(account(council), memberWith(worker))).toBe('nobody-we-know')
  expect(await recognise({ platform: 'web', workspace: 'web', user: worker }, () => Promise.resolve(undefined))).toBe(
    'nobody-we-know',
  )
  expect(await arrive(worker)).toBe(false)
  expect(await pressed()).toEqual({ kind: 'refusal', reason: 'nobody-we-know' })
  expect(await waits()).toBe(false)
})

it('once their last day has passed by the clock, without anything being applied', async () => {
  inForce = ending(worker, '2026-09-08')
  const answer = createAnswer(parts())
  const pressed = async () => (await answer({ ask: { ask: 'open-mine' }, by: worker })).kind

  bot.clock.moveTo(new Date('2026-09-08T22:59:00Z'))
  expect(await pressed()).toBe('home')
  bot.clock.moveTo(new Date('2026-09-08T23:00:00Z'))
  expect(await pressed()).toBe('refusal')
})

it('is named where a record names them', async () => {
  const later = await startBot({ partnership: demonstration })
  await approved(later)
  inForce = { ...demonstration, ...without('health-lead'), demonstration: true }
  const answer = createAnswer({ ...later, partnership: () => inForce, newId: () => randomUUID() })
  const listed = await answer({ ask: { ask: 'open-actions' }, by: 'iro' as PersonId })
  await later.close()

  expect(JSON.stringify(listed)).toContain('Hanna Oyelaran (has left)')
})
