/** Somebody of the partnership who has no part in a case, with every id in hand: a forwarded message is no permission. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { Ask, DoingAsk, OpeningAsk } from '../../src/vocabulary.ts'
import { aConfirmation, aRaising, aRecord, aView, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { approved, requestTo, went } from '../support/stages.ts'

let bot: Bot
let ids: Readonly<Record<string, string | number>>

beforeAll(async () => {
  bot = await startBot()
  const look = await bot.ask('social-worker', { ask: 'open-first-look' })
  const mine = look.kind === 'form' ? Object.keys(look.fields).filter((name) => name.startsWith('mine-')) : []
  went(
    await bot.fillIn(
      'social-worker',
      { ask: 'open-first-look' },
      Object.fromEntries(mine.map((name) => [name, 'yes'])),
    ),
  )
  await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
  went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'unknown' }))
  const all = await approved(bot)
  ids = {
    case: all.case,
    meeting: all.meeting,
    request: requestTo(all, 'hazel-school'),
    action: (await bot.last('action-promised')).action,
    duty: (await bot.last('duty-started')).duty,
    raising: (await bot.last('raising-unmatched')).raising,
    concern: (await bot.last('risk-unreported')).concern,
    slot: 1,
  }
})
afterAll(() => bot.close())

const options = [...OpeningAsk.options, ...DoingAsk.options]
const aboutThings = options
  .map(({ shape }) => ({
    name: shape.ask.value,
    needs: Object.entries<z.ZodType>(shape).flatMap(([key, schema]) =>
      key === 'ask' || schema.safeParse(undefined).success ? [] : [key],
    ),
  }))
  .filter(({ name, needs }) => needs.length > 0 && name !== 'decide-nudges')

it.each(aboutThings)('is refused $name, and nothing is changed', async ({ name, needs }) => {
  const ask = Ask.parse({ ask: name, ...Object.fromEntries(needs.map((need) => [need, ids[need]])) })
  const before = [await bot.facts(), await bot.said(), await bot.wakes()]

  const answer = await bot.ask('police-lead', ask, {
    ...aConfirmation,
    ...aView,
    ...aRecord,
    why: 'x',
    to: 'police-lead',
  })

  expect(answer).toMatchObject({ kind: 'refusal', reason: 'not-for-you' })
  expect([await bot.facts(), await bot.said(), await bot.wakes()]).toEqual(before)
})

it.each(aboutThings)('is told that $name is gone, where an id is nothing', async ({ name, needs }) => {
  const nothing = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a99'
  const ask = Ask.parse({
    ask: name,
    ...Object.fromEntries(needs.map((need) => [need, need === 'slot' ? 0 : nothing])),
  })

  expect(await bot.ask('social-worker', ask)).toMatchObject({ kind: 'refusal', reason: 'no-longer-there' })
})

it('may not decide whether nudges are sent', async () => {
  expect(await bot.ask('police-lead', { ask: 'decide-nudges', nudges: 'live' })).toMatchObject({
    reason: 'not-for-you',
  })
})
