import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql, type Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { hashFoundBy } from '../../adapters/postgres/keys/hash-found-by.ts'
import { up } from '../../adapters/postgres/migrations/0043-care-began.ts'
import { childrenStore } from '../../adapters/postgres/rooms/children.ts'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { wakeKey } from '../../adapters/postgres/transaction/transaction.ts'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeAndHandOn } from '../../src/handovers/merge-and-hand-on.ts'
import type { MergeReport } from '../../src/children/return-report.ts'
import { DutyId, PersonId } from '../../src/ids.ts'
import { byIdentifier } from '../support/children.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { larkshire } from '../statutory-returns/larkshire.ts'

const fixture = join(import.meta.dirname, '../statutory-returns/fixtures/larkshire')
const now = new Date('2026-03-31T10:00:00Z')
const today = asDay('2026-03-31')
const vault = createVault('ab'.repeat(32))
const seals = sealsOf(vault)
const socialWorker = PersonId.parse('social-worker')

let database: TestDatabase
let opened: Opened

beforeAll(async () => {
  database = await freshDatabase()
  opened = openDatabase(database.url)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

type Options = { folder?: string; asOf?: string; dryRun?: boolean; older?: boolean }

async function importReturn({ folder = fixture, asOf = '2026-03-31', dryRun = false, older = false }: Options = {}) {
  const staging = await createStaging(opened.pool).open(now, asDay(asOf))
  if (staging === 'busy') throw new Error('another import is running')
  try {
    const read = await stageReturn(folder, { vault, people: larkshire.people, staging, progressed: () => undefined })
    if ('problem' in read) throw new Error(read.problem)
    return { read, merged: await merge(staging.id, { dryRun, older }) }
  } finally {
    await staging.close()
  }
}

async function merge(staging: string, how: { dryRun: boolean; older?: boolean }): Promise<MergeReport> {
  const calendar = workingCalendar([])
  const store = createMergeStore(opened.db, seals)
  const report = await store.transact({ at: now }, (tx) =>
    mergeAndHandOn({ tx, now, partnership: larkshire, calendar, newId: randomUUID }, { staging, ...how }),
  )
  if (report.kind !== 'merged') throw new Error(report.kind === 'refusal' ? report.reason : report.kind)
  return report
}

const everything = async () => {
  const { db } = opened
  return {
    children: await db.selectFrom('children').selectAll().orderBy('id').execute(),
    reviews: await db.selectFrom('reviews_held').selectAll().orderBy('child').orderBy('held_on').execute(),
    facts: await db.selectFrom('facts').selectAll().where('fact', '<>', 'return-merged').orderBy('seq').execute(),
    outbox: await db.selectFrom('outbox').selectAll().orderBy('seq').execute(),
    wakes: await db.selectFrom('wakes').selectAll().execute(),
  }
}

const staged = async () => {
  const counts = await opened.pool.query<{ rows: number }>(`
    select (select count(*) from staged_returns) + (select count(*) from staged_children)
         + (select count(*) from staged_episodes) + (select count(*) from staged_reviews)
         + (select count(*) from staged_allocations) as rows`)
  return Number(counts.rows[0]?.rows)
}

describe('an import', () => {
  afterEach(async () => {
    expect(await staged()).toBe(0)
  })

  it('keeps nothing of a dry run, and reports as if it had', async () => {
    const { merged } = await importReturn({ dryRun: true })

    expect(merged.children).toEqual({ read: 11, new: 11, changed: 0, unchanged: 0, inScope: 6 })
    expect(await everything()).toEqual({ children: [], reviews: [], facts: [], outbox: [], wakes: [] })
  })

  it('keeps what the clock needs, and starts no ladder', async () => {
    const { merged } = await importReturn()

    expect(merged).toMatchObject({
      kind: 'merged',
      children: { read: 11, new: 11, changed: 0, unchanged: 0, inScope: 6 },
      outOfScope: { 'no-episodes': 1, ended: 2, 'of-age': 1, 'short-breaks': 1 },
      notInReturn: 0,
      reviews: { inThisPeriod: 2, beforeThisPeriod: 1, notYetHeld: 1 },
      allocations: { changed: 2, without: 4 },
      firstLooks: 1,
    })
    const woken = (await everything()).wakes.map(({ key }) => key)
    expect(woken).toEqual([
      '{"climb":"first-look","stage":"again","thing":"social-worker","wake":"climb-due"}',
      '{"climb":"no-social-worker","stage":"coordinator","thing":"all","wake":"climb-due"}',
    ])
  })

  it('finds a child by its pupil number, also where an earlier version made no hash of it', async () => {
    const byUpn = async () =>
      (await byIdentifier(childrenStore(opened.db, seals), 'A123456789012'))?.identifier.reveal()
    expect(await byUpn()).toBe('L0001')
    const made = await opened.db.selectFrom('children').select(['id', 'found_by_hash']).orderBy('id').execute()

    await opened.db.updateTable('children').set({ found_by_hash: null }).execute()
    expect(await byUpn()).toBeUndefined()
    await hashFoundBy(opened.db, vault)

    expect(await byUpn()).toBe('L0001')
    expect(await opened.db.selectFrom('children').select(['id', 'found_by_hash']).orderBy('id').execute()).toEqual(made)
  })

  it('seals what identifies a child, and finds it again by the identifier', async () => {
    const { children } = await everything()
    const stored = JSON.stringify(children) + Buffer.concat(children.map((row) => row.identity)).toString('latin1')
    const store = childrenStore(opened.db, seals)

    const found = await byIdentifier(store, ' l0001 ')

    expect(stored).not.toMatch(/L00\d\d|2014-05-14|A123456789012/)
    expect(found).toMatchObject({
      scope: 'in',
      careFrom: '2025-02-03',
      legalStatus: 'C1',
      reviewsHeld: ['2025-02-28', '2025-05-20'],
      socialWorker: 'social-worker',
      team: 'Children in care 1',
      iro: 'iro',
    })
    expect(found?.birthday.reveal()).toBe('2014-05-14')
    expect(found?.upn?.reveal()).toBe('A123456789012')
    expect(found?.confirmedAt).toBeUndefined()
  })

  it('finds nobody by an identifier that no return named, or by words', async () => {
    const store = childrenStore(opened.db, seals)

    expect(await byIdentifier(store, 'L4711')).toBeUndefined()
    expect(await byIdentifier(store, 'who is it?')).toBeUndefined()
  })

  it('asks each social worker once for a first look', async () => {
    const { outbox } = await everything()

    expect(outbox.map(({ person, card }) => [person, (card as { title: string }).title])).toEqual([
      ['social-worker', 'First look: 2 children to check'],
    ])
  })

  it('records who was allocated, on each chain', async () => {
    const { facts } = await everything()

    expect(facts.map(({ fact, data }) => [fact, (data as { iro: string | null }).iro])).toEqual([
      ['child-allocated', 'iro'],
      ['child-allocated', null],
    ])
    expect(new Set(facts.map(({ chain }) => chain)).size).toBe(2)
  })

  it('changes nothing the second time', async () => {
    const before = await everything()

    const { merged } = await importReturn()

    expect(merged.children).toMatchObject({ new: 0, changed: 0, unchanged: 11 })
    expect(merged.firstLooks).toBe(0)
    expect(await everything()).toEqual(before)
  })

  it('keeps of which day each child of the return was told, also where nothing changed', async () => {
    const days = async () =>
      new Set((await opened.db.selectFrom('children').select('as_of').execute()).map((row) => row.as_of))
    const [newest] = await days()
    await opened.db.updateTable('children').set({ as_of: '2020-01-01' }).execute()
    const { merged } = await importReturn()
    expect(merged.children).toMatchObject({ changed: 0, unchanged: 11 })
    expect(await days()).toEqual(new Set([newest]))

    await opened.db.updateTable('children').set({ as_of: '2099-01-01' }).execute()
    await importReturn()
    expect(await days()).toEqual(new Set(['2099-01-01']))
    await opened.db
      .updateTable('children')
      .set({ as_of: newest ?? null })
      .execute()
  })

  it('asks again once a confirmed child has another social worker', async () => {
    const store = childrenStore(opened.db, seals)
    const [child] = await store.childrenOf(socialWorker)
    if (!child) throw new Error('no child was imported')
    await store.confirmChild(child.id, now)
    await opened.db.updateTable('children').set({ social_worker: 'chair' }).where('id', '=', child.id).execute()

    const { merged } = await importReturn()

    expect(merged).toMatchObject({ children: { changed: 1 }, allocations: { changed: 1 }, firstLooks: 1 })
    expect((await store.childById(child.id))?.confirmedAt).toBeUndefined()
  })

  it('hands an open case over with its child, and leaves a closed one as it was', async () => {
    await importReturn()
    const { db } = opened
    const child = await db
      .selectFrom('children')
      .select('id')
      .where('social_worker', '=', socialWorker)
      .executeTakeFirstOrThrow()
    for (const state of ['raised', 'closed'] as const)
      await db
        .insertInto('cases')
        .values({
          ...{ id: randomUUID(), ref: state, child: child.id, theme: 'other', needed: '2026-05-01', state },
          ...{ social_worker: 'colleague', iro: null, chair: null, inputs_close: null },
          ...{ raised_at: now, policies: '{}', key: vault.newKey(), closed_at: state === 'closed' ? now : null },
        })
        .execute()
    await db.updateTable('children').set({ social_worker: 'colleague' }).where('id', '=', child.id).execute()

    await importReturn()

    const cases = await db.selectFrom('cases').select(['state', 'social_worker']).orderBy('state').execute()
    await db.deleteFrom('cases').execute()
    expect(cases.map(({ social_worker }) => social_worker)).toEqual(['colleague', socialWorker])
  })

  it('seals a corrected identity under the key that the child has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corrected-'))
    await cp(fixture, folder, { recursive: true })
    const header = await readFile(join(folder, 'a.csv'), 'utf8')
    await writeFile(join(folder, 'a.csv'), header.replace('14/05/2014', '15/05/2014'))
    const keyOf = async () =>
      (await opened.db.selectFrom('children').select('key').where('social_worker', 'is not', null).execute()).map(
        ({ key }) => key.toString('hex'),
      )
    const before = await keyOf()

    const { merged } = await importReturn({ folder })
    await rm(folder, { recursive: true })

    expect(merged.children).toMatchObject({ changed: 1 })
    expect((await byIdentifier(childrenStore(opened.db, seals), 'L0001'))?.birthday.reveal()).toBe('2014-05-15')
    expect((await keyOf()).sort()).toEqual(before.sort())
    expect((await importReturn()).merged.children).toMatchObject({ changed: 1 })
  })

  it('keeps the key of a child that changes: other rooms have sealed words under it', async () => {
    const keys = () => opened.db.selectFrom('children').select(['id', 'key']).orderBy('id').execute()
    const before = await keys()

    const { merged } = await importReturn({ asOf: '2025-04-15', older: true })

    expect(merged.children.changed).toBeGreaterThan(0)
    expect(await keys()).toEqual(before)
    await importReturn()
  })

  it('takes nothing back that was held, as of a day before it', async () => {
    const { merged } = await importReturn({ asOf: '2025-03-01', older: true })

    expect(merged).toMatchObject({ asOf: '2025-03-01', reviews: { inThisPeriod: 2, notYetHeld: 2 } })
    await importReturn()
  })
})

describe('an import that changes a child', () => {
  const later = new Date('2026-06-01T06:00:00Z')

  async function chased(identifier: string): Promise<string> {
    const child = await byIdentifier(childrenStore(opened.db, seals), identifier)
    if (!child) throw new Error('no such child was imported')
    const duty = DutyId.parse(randomUUID())
    const dates = { care_from: '2025-02-03', due: '2026-08-28', started_on: '2026-03-01' }
    const whose = { child: child.id, owner: 'social-worker' }
    const ladder = JSON.stringify(larkshire.policies.ladder)
    const kept = { id: duty, kind: 'permanence-plan', because: 'a review', state: 'open', ladder, ...dates, ...whose }
    await opened.db.insertInto('duties').values(kept).execute()
    const key = wakeKey({ wake: 'climb-due', climb: 'duty-unrecorded', thing: duty, stage: 'overdue' })
    await opened.db
      .insertInto('wakes')
      .values({ key, wake: JSON.stringify({}), due: later })
      .execute()
    return key
  }

  it('has its duties looked at at once, and no others', async () => {
    await importReturn()
    const [changed, other] = [await chased('L0001'), await chased('L0002')]
    const store = childrenStore(opened.db, seals)
    const child = await byIdentifier(store, 'L0001')
    await opened.db
      .deleteFrom('reviews_held')
      .where('child', '=', child?.id ?? '')
      .execute()

    const { merged } = await importReturn()

    expect(merged.children.changed).toBe(1)
    const wakes = await opened.db
      .selectFrom('wakes')
      .select(['key', 'due'])
      .where('key', 'like', '%duty-unrecorded%')
      .execute()
    expect(new Map(wakes.map(({ key, due }) => [key, due]))).toEqual(
      new Map([
        [changed, now],
        [other, later],
      ]),
    )
  })
})

describe('the day on which care began', () => {
  const of = (identifier: string) =>
    byIdentifier(childrenStore(opened.db, seals), identifier).then((child) => child?.scope === 'in' && child.began)
  const set = (columns: { began_returned?: string; began_said?: string | null; began_assumed?: boolean }) =>
    opened.db.updateTable('children').set(columns).where('scope', '=', 'in').execute()

  it('is kept as the return and as the social worker say it', async () => {
    await importReturn()
    expect(await of('L0001')).toEqual({ returned: '2025-02-03' })
    await set({ began_said: '2025-01-27' })

    await importReturn()

    expect(await of('L0001')).toEqual({ returned: '2025-02-03', said: '2025-01-27' })
  })

  it('is taken from a return where it was only assumed', async () => {
    await importReturn()
    await set({ began_said: null, began_assumed: true })
    expect(await of('L0001')).toEqual({ returned: '2025-02-03', assumed: true })

    await importReturn()

    expect(await of('L0001')).toEqual({ returned: '2025-02-03' })
  })

  it('is assumed to be the first day that was known, where the columns are new', async () => {
    await importReturn()
    const { db } = opened
    await sql`alter table children drop column began_returned, drop column began_said, drop column began_assumed,
      drop column remand_alone`.execute(db)

    await up(db as unknown as Kysely<unknown>)

    expect(await of('L0001')).toEqual({ returned: '2025-02-03', assumed: true })
    const outside = db.selectFrom('children').select('began_assumed').where('scope', '<>', 'in').execute()
    expect(new Set((await outside).map(({ began_assumed }) => began_assumed))).toEqual(new Set([false]))
  })
})

describe('imports', () => {
  it('do not interleave', async () => {
    const staging = createStaging(opened.pool)
    const first = await staging.open(now, today)
    if (first === 'busy') throw new Error('nothing else imports')

    expect(await staging.open(now, today)).toBe('busy')
    await first.close()
    const second = await staging.open(now, today)

    expect(second).not.toBe('busy')
    if (second !== 'busy') await second.close()
  })

  it('find nothing of one that was broken off in the middle of a file', async () => {
    const staging = createStaging(opened.pool)
    const broken = await staging.open(now, today)
    if (broken === 'busy') throw new Error('nothing else imports')
    async function* rows() {
      yield [{ child: 0, row: 2, on: '2026-01-01' as never }]
      await Promise.resolve()
      throw new Error('the disk is gone')
    }

    await expect(broken.put('reviews', rows())).rejects.toThrow('the disk is gone')
    await broken.close()

    expect(await staged()).toBe(0)
    expect((await importReturn()).merged.children.read).toBe(11)
  })

  it('merge nothing that is not staged whole', async () => {
    const staging = createStaging(opened.pool)
    const open = await staging.open(now, today)
    if (open === 'busy') throw new Error('nothing else imports')

    await expect(merge(open.id, { dryRun: false })).rejects.toThrow('no-longer-there')
    await open.close()
    await expect(merge(open.id, { dryRun: false })).rejects.toThrow('no-longer-there')
  })
})

describe('counted by a script that shares no code with the importer', () => {
  const asOf = '2026-02-28'
  const script = join(import.meta.dirname, '../../bench/check-import.mjs')

  it('an invented return is equal in every figure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'invented-'))
    const staff = { socialWorker: 'social.worker@demo.example', iro: 'iro@demo.example' }
    const files = inventReturn({ seed: 5, children: 96, asOf: asDay('2026-03-31'), ...staff })
    for (const [name, words] of Object.entries(files)) await writeFile(join(folder, name), words)
    await opened.pool.query('truncate children cascade')

    await importReturn({ folder, asOf })
    const args = [script, folder, '--as-of', asOf, '--database-url', database.url]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    await rm(folder, { recursive: true })

    expect(stdout).toContain('Equal.')
    expect(stdout).not.toContain('differs')
  })
})
