/** Wakes that a process set which kept no climbs: they are in running databases, and each still rings once. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0016-climbs.ts'
import { wakeKey } from '../../adapters/postgres/transaction/transaction.ts'
import { Wake } from '../../src/vocabulary.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aRaising } from '../support/builders.ts'
import { asking, convened, offered, raised, recorded, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** As the database was before there were climbs. */
async function setOldWake(wake: Record<string, string>, at: string): Promise<void> {
  await bot.db.deleteFrom('climbs').execute()
  await bot.db.deleteFrom('wakes').where('key', 'like', '%climb-due%').execute()
  await bot.db
    .insertInto('wakes')
    .values({ key: JSON.stringify(wake), wake: JSON.stringify(wake), due: new Date(at) })
    .execute()
}

const saidFrom = async (keyStart: string) =>
  (await bot.said())
    .filter(({ key }) => key.startsWith(keyStart))
    .map(({ to, notBefore }) => `${notBefore.toISOString().slice(0, 10)} ${to}`)

describe('a case that is not confirmed', () => {
  it('climbs on from an old wake', async () => {
    const id = await raised(bot)
    await bot.deliver()
    await setOldWake({ wake: 'case-unconfirmed', case: id }, '2026-09-09T08:00:00Z')

    await bot.until('2026-09-11T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual([
      ...['2026-09-09 social-worker', '2026-09-09 team-manager', '2026-09-09 chair'],
      ...['2026-09-11 social-worker', '2026-09-11 iro', '2026-09-11 team-manager', '2026-09-11 chair'],
    ])
  })

  it('is at the stage that was said before', async () => {
    const id = await raised(bot)
    await bot.until('2026-09-09T16:00:00Z')
    await setOldWake({ wake: 'case-unconfirmed', case: id }, '2026-09-11T08:00:00Z')

    await bot.until('2026-09-11T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual([
      ...['2026-09-09 social-worker', '2026-09-09 team-manager', '2026-09-09 chair'],
      ...['2026-09-11 social-worker', '2026-09-11 iro', '2026-09-11 team-manager', '2026-09-11 chair'],
    ])
  })

  it('is said once where an old wake and a new one stand side by side', async () => {
    const id = await raised(bot)
    const wake = { wake: 'case-unconfirmed', case: id }
    await bot.db
      .insertInto('wakes')
      .values({ key: JSON.stringify(wake), wake: JSON.stringify(wake), due: new Date('2026-09-09T08:00:00Z') })
      .execute()

    await bot.until('2026-09-10T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual([
      ...['2026-09-09 social-worker', '2026-09-09 team-manager', '2026-09-09 chair'],
    ])
  })
})

describe('views', () => {
  it('are reminded of and closed by two old wakes', async () => {
    const { case: id } = await asking(bot)
    await setOldWake({ wake: 'inputs-remind', case: id }, '2026-09-10T08:00:00Z')
    const close = { wake: 'inputs-close', case: id }
    await bot.db
      .insertInto('wakes')
      .values({ key: JSON.stringify(close), wake: JSON.stringify(close), due: new Date('2026-09-14T16:00:00Z') })
      .execute()

    await bot.until('2026-09-14T16:00:00Z')

    expect(await saidFrom('input-reminder-')).toEqual(['2026-09-10 school-lead', '2026-09-10 health-lead'])
    expect((await bot.factNames()).filter((fact) => fact === 'inputs-closed')).toHaveLength(1)
  })
})

describe('a meeting', () => {
  it('without a time is said again by an old wake', async () => {
    const { meeting } = await offered(bot)
    await setOldWake({ wake: 'meeting-unfinished', meeting }, '2026-09-10T08:00:00Z')

    await bot.until('2026-09-14T07:59:00Z')

    expect(await saidFrom('unfinished-')).toEqual(['2026-09-10 chair'])
    expect((await bot.said('chair')).at(-1)?.card.title).toMatch(/no time has been chosen$/)
  })

  it('without a summary is said again by an old wake', async () => {
    const { meeting } = await convened(bot)
    await bot.until('2026-09-11T12:00:00Z')
    await setOldWake({ wake: 'meeting-unfinished', meeting }, '2026-09-15T08:00:00Z')

    await bot.until('2026-09-17T08:30:00Z')

    expect(await saidFrom('unfinished-')).toEqual(['2026-09-15 chair', '2026-09-17 chair', '2026-09-17 iro'])
  })
})

describe('a risk that is not reported', () => {
  it('is said to more people from an old wake', async () => {
    await bot.fillIn('practitioner', { ask: 'open-raise-case' }, { ...aRaising, danger: 'risk-unreported' })
    const { concern } = await bot.last('risk-unreported')
    await setOldWake({ wake: 'concern-unreported', concern }, '2026-09-07T10:00:00Z')

    await bot.until('2026-09-07T11:05:00Z')

    expect((await bot.factNames()).filter((fact) => fact === 'risk-repeated')).toHaveLength(2)
  })
})

describe('a database from before there were climbs', () => {
  /** As the migration finds it: things wait, and nothing wakes. */
  async function migrateAgain(): Promise<readonly string[]> {
    await bot.db.schema.dropTable('climbs').execute()
    await bot.db.deleteFrom('wakes').execute()
    await up(bot.db as unknown as Kysely<unknown>)
    await sql`alter table climbs add column first_due date, add column told_at timestamptz`.execute(bot.db)
    const rows = await bot.db.selectFrom('wakes').select(['key', 'wake']).execute()
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ wake }) => wakeKey(Wake.parse(wake))))
    return rows.map(({ key }) => key).toSorted()
  }

  it('has what waits woken at its first stage, once', async () => {
    went(await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, identifier: 'unknown' }))
    const { raising } = await bot.last('raising-unmatched')
    await bot.put({ identifier: 'LK207', socialWorker: undefined })

    expect(await migrateAgain()).toEqual([
      '{"climb":"first-look","stage":"again","thing":"social-worker","wake":"climb-due"}',
      '{"climb":"no-social-worker","stage":"coordinator","thing":"all","wake":"climb-due"}',
      `{"climb":"raising-unmatched","stage":"again","thing":"${raising}","wake":"climb-due"}`,
    ])

    await bot.until('2026-09-09T16:00:00Z')
    expect(await saidFrom('still-unmatched-')).toEqual([
      '2026-09-07 chair',
      '2026-09-09 chair',
      '2026-09-09 team-manager',
    ])
    expect(await saidFrom('first-look-waits-')).toEqual(['2026-09-07 social-worker'])
    expect(await saidFrom('unallocated-')).toEqual(['2026-09-07 chair'])
  })

  it('has a summary that nothing waits for woken, and no open action doubled', async () => {
    const { meeting } = await recorded(bot)
    await bot.db.updateTable('children').set({ scope: 'ended', care_from: null, legal_status: null }).execute()
    const summary = `{"climb":"meeting-unfinished","stage":"chair","thing":"${meeting}","wake":"climb-due"}`
    expect(await migrateAgain()).toEqual([summary])

    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
    expect(await migrateAgain()).toEqual([])

    await bot.db.updateTable('actions').set({ state: 'done' }).execute()
    const { id } = await bot.db.selectFrom('cases').select('id').executeTakeFirstOrThrow()
    expect(await migrateAgain()).toEqual([
      `{"climb":"case-unclosed","stage":"chair","thing":"${id}","wake":"climb-due"}`,
    ])
  })
})

describe('a meeting whose time was picked while an old wake waited for that', () => {
  it('is not said to lack its summary before it is held', async () => {
    const { meeting } = await convened(bot)
    await setOldWake({ wake: 'meeting-unfinished', meeting }, '2026-09-08T08:00:00Z')

    await bot.until('2026-09-09T16:00:00Z')

    expect(await saidFrom('unfinished-')).toEqual([])
  })
})
