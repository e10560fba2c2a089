/** A button of a message that has outlived what it was about. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { Ask, DoingAsk, OpeningAsk } from '../../src/vocabulary.ts'
import { startBot, type Bot } from '../support/bot.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
afterAll(() => bot.close())

const nothing = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a99'

const aboutThings = [...OpeningAsk.options, ...DoingAsk.options]
  .map(({ shape }) => ({
    name: shape.ask.value,
    needs: Object.entries<z.ZodType>(shape).flatMap(([key, schema]) =>
      key === 'ask' || schema.safeParse(undefined).success ? [] : [key],
    ),
  }))
  .filter(({ name, needs }) => needs.length > 0 && name !== 'decide-nudges')

it.each(aboutThings)('is told that $name asks of nothing, and nothing is changed', async ({ name, needs }) => {
  const ask = Ask.parse({
    ask: name,
    ...Object.fromEntries(
      needs.map((need) => [
        need,
        ({ slot: 0, part: 'action', starts: '2026-09-14T09:00:00.000Z' } as const)[need] ?? nothing,
      ]),
    ),
  })

  expect(await bot.ask('social-worker', ask)).toMatchObject({ kind: 'refusal', reason: 'no-longer-there' })
  expect(await bot.facts()).toEqual([])
})
