import { describe, expect, it } from 'vitest'
import { runImport, type ImportAsked, type Importing } from '../../adapters/terminal/import.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { ImportReport, Problem } from '../../src/children/return-report.ts'

const report: ImportReport = {
  read: {
    files: [
      { file: 'header', name: 'header.csv', rows: 2_675 },
      { file: 'episodes', name: 'episodes 2026.csv', rows: 5_050 },
    ],
    leftAlone: [{ name: 'oc2.csv', what: 'outcomes (OC2)' }],
    unknown: [{ name: 'notes.txt' }, { name: 'reviews.csv', like: 'reviews', lacking: ['REVIEW'] }],
    refused: [
      { file: 'header', row: 9, column: 'DOB', reason: 'not-a-date', child: -1 },
      { file: 'episodes', row: 14, column: 'LS', reason: 'unknown-code', child: 5 },
      { file: 'header', row: 12, column: 'DOB', reason: 'not-a-date', child: -2 },
      { file: 'header', row: 13, column: 'CHILD', reason: 'no-identifier' },
    ],
    doubted: [],
  },
  merged: {
    kind: 'merged',
    asOf: asDay('2026-03-31'),
    dryRun: true,
    children: { read: 2_673, new: 2_670, changed: 2, unchanged: 1, inScope: 1_175 },
    outOfScope: { 'no-episodes': 552, ended: 713, 'of-age': 18, 'short-breaks': 215 },
    leftAlone: 1,
    notInReturn: 3,
    reviews: { inThisPeriod: 2_954, beforeThisPeriod: 1_466, notYetHeld: 0 },
    allocations: { changed: 0, without: 1_175 },
    changedHands: { cases: 0, duties: 0 },
    firstLooks: 0,
    changes: { left: 0, added: 0, dated: 0 },
    doubted: Array.from({ length: 12 }, (_, place) => ({
      file: 'episodes' as const,
      row: place + 2,
      child: Math.floor(place / 2),
      column: 'DECOM',
      reason: 'overlaps' as const,
    })),
  },
}

async function run(args: string, answers: ImportReport | Problem = report) {
  const said = { out: '', err: '' }
  const asked: ImportAsked[] = []
  let opened = false
  const importing: Importing = {
    today: asDay('2026-04-02'),
    importReturn: (one) => {
      asked.push(one)
      return Promise.resolve(answers)
    },
  }
  const exit = await runImport(args.split(' ').filter(Boolean), {
    open: () => {
      opened = true
      return Promise.resolve(importing)
    },
    writeTemplate: (file) => Promise.resolve(file === 'there.csv' ? { problem: 'It is there already.' } : undefined),
    out: (words) => void (said.out += words),
    err: (words) => void (said.err += words),
    watched: false,
  })
  return { exit, ...said, asked: asked[0], opened }
}

describe('what is asked', () => {
  it.each([
    ['', 'Say what to import.'],
    ['annex-a somewhere', 'Only ssda903 and csv can be imported.'],
    ['csv', 'Say which file to import.'],
    ['template', 'Say which file to write.'],
    ['ssda903', 'Say which folder to import.'],
    ['ssda903 one two', 'Name one folder only.'],
    ['ssda903 one --as-of yesterday', '--as-of needs a date such as 2026-03-31.'],
    ['ssda903 one --as-of 2026-02-30', '--as-of needs a date such as 2026-03-31.'],
    [
      'ssda903 one --accept-changes many',
      '--accept-changes needs the number of changes that the report names, such as 120.',
    ],
    ['ssda903 one --what', "Unknown option '--what'."],
  ])('"%s" is answered with a sentence and the usage', async (args, sentence) => {
    const { exit, err, out, opened } = await run(args)

    expect(exit).toBe(2)
    expect(err).toBe(
      `${sentence}\nUsage: npm run import -- ssda903 FOLDER [--dry-run] [--as-of YYYY-MM-DD] [--older] [--accept-changes N] [--json]\n       npm run import -- template FILE, which writes a table to fill in; csv FILE imports it\n`,
    )
    expect(out).toBe('')
    expect(opened).toBe(false)
  })

  it.each([
    ['ssda903 one', { folder: 'one', dryRun: false }],
    ['ssda903 one --dry-run', { folder: 'one', dryRun: true }],
    ['ssda903 one --older --accept-changes 12', { older: true, acceptChanges: 12 }],
    ['--as-of 2026-03-31 ssda903 one', { folder: 'one', asOf: '2026-03-31', dryRun: false }],
  ])('"%s" is understood', async (args, asked) => {
    expect((await run(args)).asked).toMatchObject(asked)
  })

  it('is a table to fill in, for which no database is opened', async () => {
    const { exit, out, opened } = await run('template new.csv')
    expect({ exit, opened }).toEqual({ exit: 0, opened: false })
    expect(out).toContain('npm run import -- csv new.csv --dry-run')

    expect(await run('template there.csv')).toMatchObject({ exit: 1, out: '', err: 'It is there already.\n' })
  })

  it('may not lie in the future', async () => {
    const { exit, err, asked } = await run('ssda903 one --as-of 2026-04-03')

    expect(exit).toBe(1)
    expect(err).toBe('--as-of is in the future. Today is 2026-04-02. Nothing was imported.\n')
    expect(asked).toBeUndefined()
  })
})

describe('what is said', () => {
  it('is one sentence when nothing could be imported', async () => {
    const { exit, out, err } = await run('ssda903 one', { problem: 'Another import is running.' })

    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toBe('Another import is running. Nothing was imported.\n')
  })

  it('is the report, for a person', async () => {
    const { exit, out, err } = await run('ssda903 one --dry-run')

    expect({ exit, err }).toEqual({ exit: 3, err: '' })
    await expect(out).toMatchFileSnapshot('../golden/terminal/import-report.txt')
  })

  const { read, merged } = report
  const clean: ImportReport = {
    read: { ...read, refused: [], unknown: [{ name: 'notes.txt' }] },
    merged: { ...merged, doubted: [] },
  }

  it('ends well where nothing is refused or doubted', async () => {
    expect((await run('ssda903 one', clean)).exit).toBe(0)
  })

  it('does not end well where a file that looks like one of the return was not read', async () => {
    expect((await run('ssda903 one', { ...clean, read: { ...clean.read, unknown: read.unknown } })).exit).toBe(3)
  })

  it.each([true, false])('is what would change, where that is too much (dry run: %s)', async (dryRun) => {
    const changes = { left: 120, added: 3, dated: 1_000 }
    const stopped: ImportReport = { ...clean, merged: { ...clean.merged, dryRun, changes, stopped: { inCare: 1_175 } } }
    const { exit, out } = await run('ssda903 one', stopped)

    expect(exit).toBe(1)
    expect(out).toContain('add --accept-changes 1123.')
    expect(out.includes('so nothing was imported. Of 1,175 children in scope:')).toBe(!dryRun)
    expect(out).toMatch(/no longer in scope +120$/m)
  })

  it('is the report, for a program', async () => {
    const { exit, out } = await run('ssda903 one --json')

    const said = JSON.parse(out) as {
      refused: unknown[]
      doubted: unknown[]
      children: unknown
      childrenNoted: unknown
    }
    expect(exit).toBe(3)
    expect(said.children).toEqual(report.merged.children)
    expect(said.childrenNoted).toEqual({ doubted: 6, leftAlone: 3, rowsOfNobody: 1 })
    expect(said.refused[0]).toEqual({
      file: 'header',
      name: 'header.csv',
      row: 9,
      column: 'DOB',
      reason: 'not-a-date',
      sentence: 'expected a date such as 31/03/2026',
    })
    expect(said.doubted).toHaveLength(12)
  })
})
