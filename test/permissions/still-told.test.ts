/** What waits for somebody who was replaced is not sent; what says a day that has come is not sent either. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PersonId, type MessageId } from '../../src/ids.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { stillTrue } from '../../src/still-true.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { approved, convened, offered, raised } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** What waits for this person, by its key's first word, and whether it would be sent now. */
async function waits(who: string): Promise<Record<string, boolean>> {
  const outbox = createOutbox(bot.db)
  const rows = await bot.db.selectFrom('outbox').select(['id', 'key']).where('person', '=', who).execute()
  const found: Record<string, boolean> = {}
  for (const { id, key } of rows) {
    await sql`update outbox set state = 'waiting', lease_until = null where id = ${id}`.execute(bot.db)
    const message = await outbox.take(id as MessageId, new Date('2027-01-01'), 1)
    if (message)
      found[/^[a-z-]+?(?=-[0-9a-f]{8}-)/.exec(key)?.[0] ?? key] = await bot.look((now) => stillTrue(now, message))
  }
  return found
}

const away = (person: string) =>
  bot.db.insertInto('away').values({ person, from_day: '2026-09-01', until_day: '2026-09-30' }).execute()

const becomes = (column: 'social_worker' | 'iro' | 'chair', who: string) =>
  sql`update cases set ${sql.ref(column)} = ${who}`.execute(bot.db)

describe('somebody who was replaced is not told any of what waits for them', () => {
  it('as social worker', async () => {
    await raised(bot)
    expect(await waits('social-worker')).toMatchObject({ confirm: true })

    await becomes('social_worker', 'team-manager')
    expect(await waits('social-worker')).toMatchObject({ confirm: false })
  })

  it('as IRO', async () => {
    await raised(bot)
    expect(await waits('iro')).toMatchObject({ 'iro-told': true })

    await becomes('iro', 'team-manager')
    expect(await waits('iro')).toMatchObject({ 'iro-told': false })
  })

  it('as chair', async () => {
    const { meeting } = await offered(bot)
    expect(await waits('chair')).toMatchObject({ times: true })

    await becomes('chair', 'team-manager')
    await sql`update meetings set chair = 'team-manager' where id = ${meeting}`.execute(bot.db)
    expect(await waits('chair')).toMatchObject({ times: false })
  })

  it('as owner of an action', async () => {
    await approved(bot)
    const { owner } = await bot.last('action-promised')
    expect(await waits(owner)).toMatchObject({ promised: true, summary: true })

    await sql`update actions set owner = 'team-manager'`.execute(bot.db)
    expect(await waits(owner)).toMatchObject({ promised: false })
  })
})

it('the deputy gets it while they stand in, and nobody else in their place', async () => {
  const { meeting } = await offered(bot)
  const about = { subject: 'meeting', id: meeting } as const
  const meantFor = PersonId.parse('social-worker')
  const told = (to: string) =>
    bot.look((now) => stillTrue(now, { to: PersonId.parse(to), meantFor, about, what: 'news' }))

  const expected = async (those: Record<string, boolean>) => {
    for (const [to, isTold] of Object.entries(those)) expect([to, await told(to)]).toEqual([to, isTold])
  }
  await expected({ 'social-worker': true, 'deputy-social-worker': false, 'team-manager': false })

  await away('social-worker')
  await expected({ 'deputy-social-worker': true, 'team-manager': false, 'police-lead': false })

  await away('deputy-social-worker')
  await expected({ 'deputy-social-worker': false, 'team-manager': true, 'police-lead': false })
})

it('"the next working day" is not said on the day itself, and "the meeting is set" not once it is over', async () => {
  await convened(bot)
  await bot.until('2026-09-10T12:00:00Z')
  expect(await waits('social-worker')).toMatchObject({ tomorrow: true, convened: true })

  bot.clock.moveTo(new Date('2026-09-10T23:00:00Z'))
  expect(await waits('social-worker')).toMatchObject({ tomorrow: false, convened: true })

  bot.clock.moveTo(new Date('2026-09-11T10:30:00Z'))
  expect(await waits('social-worker')).toMatchObject({ convened: false })
})
