/** What ends by time alone is drawn again when its time comes, and not only when something else happens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import type { Card } from '../../src/display/card.ts'
import { PersonId } from '../../src/ids.ts'
import { nextEnd } from '../../src/meetings/as-time-passes.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { offered, went } from '../support/stages.ts'

describe('what of a meeting ends next', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 8, 21, hour))
  const meeting = { slots: [at(13), at(9), at(15)], minutes: 90 } as unknown as Meeting

  it.each([
    ['offered', {}, 8, at(9)],
    ['offered', {}, 9, at(13)],
    ['offered', {}, 15, undefined],
    ['convened', { startsAt: at(9) }, 8, new Date(Date.UTC(2026, 8, 21, 10, 30))],
    ['convened', { startsAt: at(9) }, 11, undefined],
    ['recorded', { startsAt: at(9) }, 8, undefined],
  ] as const)('%s, with %j, at %i: %s', (state, more, hour, ends) => {
    expect(nextEnd({ ...meeting, state, ...more }, at(hour))).toEqual(ends)
  })
})

describe('in a chat', () => {
  let bot: Bot
  beforeAll(async () => (bot = await startBot()))
  afterAll(() => bot.close())

  /** All that waits for the chair arrives in Slack. */
  async function arrives(): Promise<void> {
    const outbox = createOutbox(bot.db)
    for (const { id } of await outbox.ready(bot.clock.now(), 100)) {
      const taken = await outbox.take(id, bot.clock.now(), 60_000)
      if (taken) await outbox.sent(taken, { way: 'slack', conversation: 'D1', message: `ts-${id}` }, bot.clock.now())
    }
  }
  const toDraw = async () => (await bot.db.selectFrom('redraws').select('message').execute()).map((row) => row.message)
  const drawn = async (id: string) => {
    const { person, card } = await bot.db
      .selectFrom('outbox')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return bot.asItStands({ to: PersonId.parse(person), card: card as Card, settled: {} })
  }

  it('a time that has passed goes from the card that offered it, and a meeting that is over from its own', async () => {
    const { meeting } = await offered(bot)
    const times = (await bot.last('times-offered')).slots
    bot.clock.moveTo(new Date(Date.parse(times[0] ?? '') - 60_000))
    await bot.ring()
    await arrives()
    expect(await toDraw()).toEqual([])
    bot.clock.pass(60_000)
    await bot.ring()

    const [message] = await toDraw()
    const starts = (await drawn(message ?? 'none')).buttons.flatMap(({ ask }) => ('starts' in ask ? [ask.starts] : []))
    expect(starts).toEqual(times.slice(1))
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: times[1] }))
    await arrives()
    await bot.db.deleteFrom('redraws').execute()
    bot.clock.moveTo(new Date(Date.parse(times[1] ?? '') + 89 * 60_000))
    await bot.ring()
    await bot.db.deleteFrom('redraws').execute()
    bot.clock.pass(60_000)
    await bot.ring()
    expect((await toDraw()).length).toBeGreaterThan(0)
    expect((await bot.wakes()).map(({ wake }) => (wake as { wake: string }).wake)).not.toContain('meeting-redraw')
  })
})
