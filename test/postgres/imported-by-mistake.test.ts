/** Files that say something else than is true: too much at once, older, or written by a spreadsheet. Through the door of `npm run import`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { childrenStore } from '../../adapters/postgres/rooms/children.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { importReturn } from '../../bin/wiring/import-return.ts'
import { asDay } from '../../src/calendar/day.ts'
import { ChildId, PersonId } from '../../src/ids.ts'
import { byIdentifier } from '../support/children.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { larkshire } from '../statutory-returns/larkshire.ts'

const key = 'ab'.repeat(32)
const now = new Date('2026-09-07T10:00:00Z')
let database: TestDatabase
let opened: Opened
beforeAll(async () => {
  database = await freshDatabase()
  opened = openDatabase(database.url)
})
beforeEach(async () => {
  for (const table of ['children', 'facts', 'wakes', 'outbox'] as const) await opened.db.deleteFrom(table).execute()
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

type Row = {
  id: string
  episodes?: string[]
  born?: string
  upn?: string
  from?: string
  ended?: string
  reviews?: string[]
}
type Further = { ownDay?: true; invented?: true; older?: boolean; acceptChanges?: number; dryRun?: boolean }

const validUpn = 'H801200001001'

async function imports(children: readonly Row[], further: Further = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-odd-'))
  const lines = (title: string, rows: readonly string[]) => `${[title, ...rows].join('\n')}\n`
  const files = {
    'header.csv': lines(
      'CHILD,SEX,DOB,UPN',
      children.map(({ id, born = '14/05/2014', upn = '' }) => `${id},1,${born},${upn}`),
    ),
    'episodes.csv': lines(
      'CHILD,DECOM,RNE,LS,DEC,REC',
      children.flatMap(
        ({ id, from = '03/02/2025', ended = '', episodes = [`${from},S,C2,${ended},${ended && 'E4A'}`] }) =>
          episodes.map((episode) => `${id},${episode}`),
      ),
    ),
    'reviews.csv': lines(
      'CHILD,REVIEW',
      children.flatMap(({ id, reviews = [] }) => reviews.map((on) => `${id},${on}`)),
    ),
  }
  try {
    for (const [name, words] of Object.entries(files)) await writeFile(join(folder, name), words)
    const world = { opened, partnership: () => larkshire, clock: { now: () => now }, secretKey: key, oldSecretKeys: [] }
    const { ownDay, ...others } = further
    const asOf = ownDay ? {} : { asOf: asDay('2026-09-07') }
    const asked = { folder, ...asOf, dryRun: false, progressed: () => undefined, ...others }
    return await importReturn(world, asked)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function merged(children: readonly Row[], further?: Further) {
  const report = await imports(children, further)
  if ('problem' in report) throw new Error(report.problem)
  return report.merged
}

const known = () => opened.db.selectFrom('children').selectAll().orderBy('ref').execute()
const reasons = ({ doubted }: Awaited<ReturnType<typeof merged>>) =>
  doubted.map(({ row, reason }) => `${row} ${reason}`)
const county = Array.from({ length: 10 }, (_, place): Row => ({ id: `LK${200 + place}` }))

describe('too much at once', () => {
  const ending = county.map((child, place) => (place < 5 ? { ...child, ended: '01/09/2026' } : child))

  it('is merged in no part before somebody names the number of changes', async () => {
    await merged(county)
    const before = await known()
    const stopped = await merged([...ending, { id: 'LK300' }])

    expect(stopped).toMatchObject({ changes: { left: 5, added: 1, dated: 0 }, stopped: { inCare: 10 } })
    expect(await known()).toEqual(before)
    expect(await merged([...ending, { id: 'LK300' }], { acceptChanges: 5 })).toHaveProperty('stopped')
    expect(await known()).toEqual(before)

    expect(await merged([...ending, { id: 'LK300' }], { acceptChanges: 6 })).not.toHaveProperty('stopped')
    expect((await known()).filter(({ scope }) => scope === 'in')).toHaveLength(6)
  })

  it('leaves nothing behind: no fact, no message, no wake', async () => {
    await merged(county)
    const counts = async () => ({
      facts: (await opened.db.selectFrom('facts').select('seq').execute()).length,
      wakes: (await opened.db.selectFrom('wakes').select('key').execute()).length,
    })
    const before = await counts()
    await merged(ending)

    expect(await counts()).toEqual(before)
  })

  it('is said by a dry run as well', async () => {
    await merged(county)

    expect(await merged(ending, { dryRun: true })).toMatchObject({ stopped: { inCare: 10 } })
  })

  it('is the wrong folder, where nobody is known', async () => {
    await merged(county)
    const others = county.map((_, place): Row => ({ id: `OTHER${place}` }))

    expect(await merged(others)).toMatchObject({ changes: { added: 10 }, stopped: { inCare: 10 }, notInReturn: 10 })
  })
})

it('an invented return is held against nothing: whoever tries the demonstration imports what they have', async () => {
  const invented = county.map((child) => ({ ...child, from: '01/09/2026' }))
  await merged(invented, { invented: true })
  const own = Array.from({ length: 8 }, (_, place): Row => ({ id: `OWN${place}` }))

  expect(await merged(own)).toMatchObject({ children: { new: 8 } })
})

describe('an older extract', () => {
  const newer = [{ id: 'LK104', reviews: ['20/05/2026', '01/09/2026'] }]
  const older = [{ id: 'LK104', reviews: ['20/05/2026'] }]

  it('is refused with both days, and is merged on request, where what was held stays held', async () => {
    await merged(newer)

    expect(await imports(older)).toEqual({
      problem:
        "reviews.csv looks older than a return that was imported before: its last day is Wednesday 20 May 2026, and that one's was Tuesday 1 September 2026. If you mean it, add --older.",
    })
    expect(reasons(await merged(older, { older: true }))).toEqual(['2 later-one-known'])
    const held = await opened.db.selectFrom('reviews_held').select('held_on').orderBy('held_on').execute()
    expect(held.map(({ held_on }) => held_on)).toEqual(['2026-05-20', '2026-09-01'])
  })

  it('is not told by a file whose last row may be the one that could not be read', async () => {
    await merged(newer)
    const unreadable = [{ id: 'LK104', reviews: ['20/05/2026', '01/09/20265'] }]

    expect(reasons(await merged(unreadable))).toEqual(['2 later-one-known'])
  })

  it('is told by its episodes too, and not by a day that is still to come', async () => {
    await merged([{ id: 'LK104' }, { id: 'LK105', from: '01/08/2026' }, { id: 'LK106', from: '01/12/2027' }])

    expect(await imports([{ id: 'LK104' }])).toMatchObject({
      problem: expect.stringMatching(/^episodes\.csv .* Saturday 1 August 2026/) as string,
    })
    expect(await imports([{ id: 'LK104' }, { id: 'LK105', from: '01/08/2026' }])).toHaveProperty('merged')
  })
})

describe('an identifier that a spreadsheet has changed', () => {
  it.each([
    ['001001', '1001'],
    ['1001', '001001'],
    ['1001', '1001.0'],
  ])('%s, which has become %s, is the same child where the date of birth says so', async (before, after) => {
    await merged([{ id: before }])
    const again = await merged([{ id: after }])

    expect(again.children).toMatchObject({ new: 0, unchanged: 1 })
    expect(again.notInReturn).toBe(0)
    expect(reasons(again)).toEqual(['2 known-otherwise'])
    const store = childrenStore(opened.db, sealsOf(createVault(key)))
    expect((await byIdentifier(store, before))?.identifier.reveal()).toBe(before)
  })

  it('is nobody, and no second child, where the date of birth is another', async () => {
    await merged([{ id: '001001' }])
    const again = await merged([{ id: '1001', born: '15/05/2014' }])

    expect(again.children).toMatchObject({ read: 0, new: 0 })
    expect(reasons(again)).toEqual(['2 looks-known'])
    expect(await known()).toHaveLength(1)
  })

  it('is a child of their own where both are in the return', async () => {
    await merged([{ id: '001001' }])

    expect((await merged([{ id: '001001' }, { id: '1001' }])).children).toMatchObject({ new: 1, unchanged: 1 })
  })

  it('is nobody where two are like it, or two rows are like one', async () => {
    await merged([{ id: '001001' }, { id: '01001' }])
    expect(reasons(await merged([{ id: '1001' }]))).toEqual(['2 looks-known'])

    expect(reasons(await merged([{ id: '001001' }, { id: '1001' }, { id: '0001001' }]))).toEqual([
      '3 looks-known',
      '4 looks-known',
    ])
  })

  it('may be another one altogether, where the pupil number says who it is', async () => {
    await merged([{ id: 'LK104', upn: validUpn }])
    const again = await merged([{ id: 'MOSAIC-9', upn: validUpn }])

    expect(again.children).toMatchObject({ new: 0 })
    expect(reasons(again)).toEqual(['2 known-otherwise'])
    expect(reasons(await merged([{ id: 'MOSAIC-9', upn: validUpn, born: '15/05/2014' }]))).toEqual(['2 looks-known'])
  })

  it('that was rounded is refused', async () => {
    const report = await imports([{ id: 'LK104' }, { id: '1.23E+11' }])

    expect('read' in report && report.read.refused[0]).toMatchObject({ row: 3, reason: 'rounded-identifier' })
  })
})

describe('a row of care that cannot be read', () => {
  const [first, second, last] = [
    '03/02/2025,S,C2,01/09/2025,X1',
    '01/09/2025,P,C2,02/03/2026,X1',
    '02/03/2026,P,C2,,',
  ] as const
  const unreadable = second.replace('P,C2', 'P,C9')

  it('takes no child out of a period of care that is known, nor its confirmation', async () => {
    await merged([{ id: 'LK104', episodes: [first, second, last] }])
    await opened.db.updateTable('children').set({ confirmed_at: now }).execute()
    const before = await known()

    const report = await merged([{ id: 'LK104', episodes: [first, unreadable, last] }])
    expect(await known()).toEqual(before)
    expect(report).toMatchObject({ leftAlone: 1, children: { read: 0 } })
  })

  it('nor does one that is missing, where the row before it says that care went on', async () => {
    await merged([{ id: 'LK104', episodes: [first, second, last] }])
    await opened.db.updateTable('children').set({ confirmed_at: now }).execute()
    const before = await known()

    expect(reasons(await merged([{ id: 'LK104', episodes: [first, last] }]))).toEqual(['3 row-missing-before'])
    expect(await known()).toEqual(before)
  })

  it('keeps nobody who is new from being asked about', async () => {
    const report = await merged([{ id: 'LK104', episodes: [first, unreadable, last] }])

    expect(report).toMatchObject({ leftAlone: 0, children: { new: 1, inScope: 1 } })
  })
})

describe('dates that cannot all be true', () => {
  const episodes = ['02/03/2026,S,C2,,']
  const read = async (children: readonly Row[]) => {
    const report = await imports(children)
    if ('problem' in report) throw new Error(report.problem)
    return { ...report.merged, all: [...report.read.doubted, ...report.merged.doubted].map(({ reason }) => reason) }
  }

  it.each([
    ['born after the day of the return', '14/05/2051', ['born-later', 'care-before-birth', 'born-otherwise']],
    ['born after care began', '14/05/2026', ['care-before-birth', 'born-otherwise']],
    ['born in the wrong century', '14/05/1915', ['not-a-child', 'born-otherwise']],
  ])('%s: a child who is known stays as they are, and one who is not waits', async (_, born, doubts) => {
    await merged([{ id: 'H1001', episodes, reviews: ['25/03/2026'] }])
    await opened.db.updateTable('children').set({ confirmed_at: now }).execute()
    const before = await known()

    const wrong = { born, episodes: ['02/03/2026,S,C2,01/09/2026,E4A'] }
    const report = await read([
      { id: 'H1001', ...wrong },
      { id: 'H1002', ...wrong },
    ])
    expect(report).toMatchObject({ leftAlone: 2, children: { read: 0, new: 0 } })
    expect(new Set(report.all)).toEqual(new Set(doubts))
    expect(await known()).toEqual(before)
  })

  it('another day of birth than an earlier return had is taken, and doubted, and ends nobody who is in care', async () => {
    await merged([{ id: 'H1001', episodes }])
    expect(reasons(await merged([{ id: 'H1001', born: '14/05/2013', episodes }]))).toEqual(['2 born-otherwise'])
    const [child] = await known()
    expect(reasons(await merged([{ id: 'H1001', born: '14/05/2013', episodes }]))).toEqual([])

    const report = await read([{ id: 'H1001', born: '14/05/2003', episodes }])
    expect(report).toMatchObject({ leftAlone: 1, all: ['born-otherwise'] })
    expect(await known()).toEqual([child])
  })

  it('another pupil number is no other day of birth', async () => {
    await merged([{ id: 'H1001', episodes }])

    expect(reasons(await merged([{ id: 'H1001', upn: validUpn, episodes }]))).toEqual([])
  })

  it('a review before birth, or after the day of the return, is not held', async () => {
    const report = await read([{ id: 'H1001', episodes, reviews: ['25/03/2014', '25/03/2026', '25/03/2027'] }])

    expect(report.all).toEqual(['review-before-birth', 'held-later'])
    const held = await opened.db.selectFrom('reviews_held').select('held_on').execute()
    expect(held).toEqual([{ held_on: '2026-03-25' }])
  })
})

describe('the day of which a return speaks', () => {
  const children = [{ id: 'LK104', episodes: ['03/02/2025,S,V3,,'], reviews: ['20/03/2025', '01/12/2027'] }]

  it('is its last day, where nobody gives another: a short break was not long on it', async () => {
    const own = await merged(children, { ownDay: true, dryRun: true })
    expect(own.asOf).toBe('2025-03-20')
    expect(reasons(own)).toEqual(['3 held-later'])

    const given = await merged(children, { dryRun: true })
    expect(given.asOf).toBe('2026-09-07')
    expect(reasons(given)).toEqual(['2 long-for-short-breaks', '3 held-later'])
  })

  it('makes no return older than one that was merged as of a day that somebody gave', async () => {
    await merged(children)

    expect(await merged(children, { ownDay: true })).not.toHaveProperty('newer')
  })
})

it('a review that a person took back stays away, whatever is imported, and its child is merged as before', async () => {
  const children = [{ id: 'LK104', reviews: ['20/05/2026', '01/09/2026'] }]
  await merged(children)
  const [child] = await known()
  const store = childrenStore(opened.db, sealsOf(createVault(key)))
  await store.takeReviewBack(ChildId.parse(child?.id), asDay('2026-05-20'), PersonId.parse('social-worker'), now)

  const again = await merged(children)
  expect(again.children).toMatchObject({ unchanged: 1 })
  expect(reasons(again)).toEqual(['2 taken-back-here'])
  expect(await opened.db.selectFrom('reviews_held').select('held_on').execute()).toEqual([{ held_on: '2026-09-01' }])
})
