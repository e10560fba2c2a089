/** Ladders that a process climbed before they were climbs: each goes on from where it stood, and its wake still rings. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0018-ladders-climb.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { approved, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const rungsFrom = async (first: number) =>
  (await bot.facts())
    .flatMap((fact) => (fact.fact === 'rung-reached' ? [fact] : []))
    .map(({ rung, to }) => `${rung} ${to.join(' ')}`)
    .slice(first)

/** The shape of the tables before, with where each ladder stood, and the wakes of before. */
async function asBefore(subject: 'action' | 'duty', id: string, old: { rung?: string; on?: string; due?: string }) {
  const { rung = null, on = null, due } = old
  await sql`
    alter table climbs drop column first_due, drop column told_at;
    alter table raisings drop column not_in_care_at, drop column not_in_care_by, drop column not_in_care;
    alter table actions add column told_on date not null default '2026-09-10', add column last_rung text, add column last_rung_on date;
    alter table duties add column last_rung text, add column last_rung_on date;
    delete from climbs where climb in ('action-undone', 'duty-unrecorded');
    delete from wakes where wake ->> 'climb' in ('action-undone', 'duty-unrecorded');
  `.execute(bot.db)
  const table = sql.table(subject === 'action' ? 'actions' : 'duties')
  await sql`update ${table} set last_rung = ${rung}, last_rung_on = ${on}::date`.execute(bot.db)
  if (due) await setOldWake(subject, id, due)
  await up(bot.db as unknown as Kysely<unknown>)
}

async function setOldWake(subject: 'action' | 'duty', id: string, due: string): Promise<void> {
  const wake = JSON.stringify({ [subject]: id, wake: `${subject}-rung` })
  await bot.db
    .insertInto('wakes')
    .values({ key: wake, wake, due: new Date(due) })
    .execute()
}

const ladderWakes = async () =>
  (await bot.wakes()).flatMap(({ wake, due }) => {
    const { climb, stage, wake: name } = wake as { climb?: string; stage?: string; wake: string }
    const isOfLadder = climb === 'action-undone' || climb === 'duty-unrecorded' || name.endsWith('-rung')
    return isOfLadder ? [`${due.toISOString()} ${climb ?? name} ${stage ?? ''}`] : []
  })

async function agreed(): Promise<string> {
  await approved(bot) // Thursday 10 September, due Friday 9 October
  return (await bot.last('action-promised')).action
}

describe('an action', () => {
  it('that was reminded of goes on with the next rung', async () => {
    const action = await agreed()
    await bot.until('2026-10-09T06:00:00Z')
    const before = (await rungsFrom(0)).length
    await asBefore('action', action, { rung: 'due', on: '2026-10-09', due: '2026-10-12T23:05:00Z' })
    expect(await ladderWakes()).toEqual(['2026-10-12T23:05:00.000Z action-undone due'])

    await bot.until('2026-10-23T12:00:00Z')

    expect(await rungsFrom(before)).toEqual(['overdue health-lead chair', 'iro health-lead iro chair'])
  })

  it('of which the IRO was told is said again when it would have been', async () => {
    const action = await agreed()
    await bot.until('2026-10-23T12:00:00Z')
    const before = (await rungsFrom(0)).length
    await asBefore('action', action, { rung: 'iro', on: '2026-10-23', due: '2026-10-30T00:05:00Z' })

    await bot.until('2026-10-29T12:00:00Z')
    expect(await rungsFrom(before)).toEqual([])
    await bot.until('2026-10-30T12:00:00Z')
    expect(await rungsFrom(before)).toEqual(['iro health-lead iro chair'])
  })

  it('whose owner had just been told is not reminded of what lay before', async () => {
    const action = await agreed()
    await bot.db.updateTable('actions').set({ due: '2026-09-15', first_due: '2026-09-15' }).execute()
    await asBefore('action', action, { due: '2026-09-10T10:00:00Z' })

    await bot.until('2026-09-14T12:00:00Z')
    expect(await rungsFrom(0)).toEqual([])
    await bot.until('2026-09-15T12:00:00Z')
    expect(await rungsFrom(0)).toEqual(['due health-lead'])
  })

  it('that nothing came back to is no longer chased', async () => {
    const action = await agreed()
    await asBefore('action', action, {})

    expect(await ladderWakes()).toEqual([])
    expect(await bot.db.selectFrom('climbs').select('state').where('thing', '=', action).execute()).toEqual([
      { state: 'answered' },
    ])
  })

  it('that is done later ends as any other', async () => {
    const action = await agreed()
    await asBefore('action', action, { due: '2026-09-24T23:05:00Z' })
    const evidence = { evidence: 'It is on file.', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action: action as never }, evidence))

    expect(await ladderWakes()).toEqual([])
  })
})

describe('a duty', () => {
  it('goes on with the next rung', async () => {
    const look = await bot.ask('social-worker', { ask: 'open-first-look' })
    const mine = look.kind === 'form' ? Object.keys(look.fields).find((name) => name.startsWith('mine-')) : undefined
    went(await bot.ask('social-worker', { ask: 'confirm-children' }, { [mine ?? '']: 'yes' }))
    const { duty } = await bot.last('duty-started')
    await bot.db.deleteFrom('duties').where('id', '<>', duty).execute()
    await asBefore('duty', duty, { rung: 'due', on: '2026-09-14', due: '2026-09-15T23:05:00Z' })

    await bot.until('2026-09-28T12:00:00Z')

    expect(await rungsFrom(0)).toEqual(['overdue social-worker team-manager', 'iro social-worker team-manager iro'])
  })
})

describe('an old wake that is there all the same', () => {
  it('rings once, and its ladder goes on as a climb', async () => {
    const action = await agreed()
    await bot.db.deleteFrom('climbs').where('thing', '=', action).execute()
    await sql`delete from wakes where wake ->> 'thing' = ${action}`.execute(bot.db)
    await setOldWake('action', action, '2026-10-08T23:05:00Z')

    await bot.until('2026-10-09T12:00:00Z')

    expect(await rungsFrom(0)).toEqual(['due health-lead'])
    expect(await ladderWakes()).toEqual(['2026-10-12T23:05:00.000Z action-undone overdue'])
  })

  it('says nothing beside a new one', async () => {
    const action = await agreed()
    await setOldWake('action', action, '2026-09-20T10:00:00Z')

    await bot.until('2026-09-21T12:00:00Z')

    expect(await rungsFrom(0)).toEqual([])
    expect(await ladderWakes()).toHaveLength(1)
  })
})
