import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { readIdentity } from '../../src/children/sealed-identity.ts'
import { childrenIn } from '../../src/children/children-noted.ts'
import type { ReadReport } from '../../src/children/return-report.ts'
import { stageInMemory, vault } from './staged-in-memory.ts'

const fixture = join(import.meta.dirname, 'fixtures/larkshire')

function reportOf({ report }: Awaited<ReturnType<typeof stageInMemory>>): ReadReport {
  if ('problem' in report) throw new Error(report.problem)
  return report
}

const places = (notes: ReadReport['refused']) =>
  notes.map(({ file, row, column, reason }) => `${file} ${row} ${column}: ${reason}`)

describe('a return with every oddity', () => {
  it('is recognised by its header rows, whatever its files are called', async () => {
    const report = reportOf(await stageInMemory(fixture))

    expect(report.files).toEqual([
      { file: 'header', name: 'a.csv', rows: 16 },
      { file: 'episodes', name: 'b.csv', rows: 23 },
      { file: 'reviews', name: 'c.csv', rows: 7 },
      { file: 'allocations', name: 'd.csv', rows: 7 },
    ])
    expect(report.leftAlone).toEqual([{ name: 'e.csv', what: 'missing episodes' }])
    expect(report.unknown).toEqual([{ name: 'f.csv' }, { name: 'notes.txt' }])
  })

  it('has each row that cannot be read refused, with its place and reason', async () => {
    const { refused } = reportOf(await stageInMemory(fixture))

    expect(places(refused)).toEqual([
      'header 9 DOB: not-a-date',
      'header 10 DOB: no-date',
      'header 12 CHILD: child-twice',
      'header 13 CHILD: no-identifier',
      'header 17 CHILD: columns-differ',
      'episodes 14 CHILD: child-not-in-header',
      'episodes 15 LS: unknown-code',
      'episodes 18 DECOM: no-date',
      'episodes 19 DEC: ends-before-it-starts',
      'episodes 20 RNE: unknown-code',
      'episodes 21 REC: unknown-code',
      'episodes 24 CHILD: child-not-in-header',
      'reviews 7 REVIEW: not-a-date',
      'reviews 8 CHILD: child-not-in-header',
      'allocations 4 SOCIAL_WORKER: unknown-address',
      'allocations 5 SOCIAL_WORKER: no-address',
      'allocations 6 SOCIAL_WORKER: not-a-social-worker',
      'allocations 7 IRO: not-an-iro',
    ])
  })

  it('says of which children its notes are, once each: rows of one child are one child', async () => {
    const { refused, doubted } = reportOf(await stageInMemory(fixture))
    const of = (row: number, file: string) => refused.find((one) => one.row === row && one.file === file)?.child

    expect(of(12, 'header')).toBe(7)
    expect(of(13, 'header')).toBeUndefined()
    expect(of(9, 'header')).toBeLessThan(0)
    expect(of(24, 'episodes')).toBeLessThan(0)
    expect(childrenIn(refused)).toBe(7)
    expect(doubted.map(({ child }) => child)).toEqual([6, 10, 9, 10])
  })

  it('has what is odd but readable doubted', async () => {
    const { doubted } = reportOf(await stageInMemory(fixture))

    expect(places(doubted)).toEqual([
      'header 8 SEX: unknown-sex',
      'header 18 UPN: unlikely-upn',
      'episodes 22 REC: reason-without-end',
      'episodes 23 REC: end-without-reason',
    ])
  })

  it('is staged without a word that identifies', async () => {
    const { staged, report } = await stageInMemory(fixture)

    const everything = JSON.stringify([staged, report])
    expect(everything).not.toMatch(/L00\d\d|L9999|2014-05-14|14\/05\/2014|A123456789012|LK1/)
    const plain = staged.header.flatMap((child) => [child.key, child.identity])
    expect(Buffer.concat(plain).toString('latin1')).not.toMatch(/L00\d\d|2014-05-14|A123456789012/)
  })

  it('can be opened again by anybody who holds the keys', async () => {
    const { staged } = await stageInMemory(fixture)
    const [first] = staged.header
    if (!first) throw new Error('nothing was staged')

    const { identifier, birthday, upn } = readIdentity(vault.open(first.key, first.identity))
    expect([identifier, birthday, upn].map((one) => one?.reveal())).toEqual(['L0001', '2014-05-14', 'A123456789012'])
    expect(first.identifierHash).toBe(vault.keyedHash('child-identifier', 'l0001'))
  })

  it.each([
    ['2026-03-30', false],
    ['2026-03-31', true],
  ])('says who is of age on %s without their birthday', async (asOf, ofAge) => {
    const { staged } = await stageInMemory(fixture, asDay(asOf))

    expect(staged.header.find(({ row }) => row === 7)?.ofAge).toBe(ofAge)
  })

  it('says how far it has come, and that it is complete', async () => {
    const { seen, completed } = await stageInMemory(fixture)

    const [bytes, total] = seen.at(-1) ?? []
    expect(bytes).toBe(total)
    expect(completed).toEqual({ header: 16, episodes: 23, reviews: 7, allocations: 7 })
  })
})

describe('a folder', () => {
  let folder: string
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'return-'))))
  afterEach(() => rm(folder, { recursive: true }))

  const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n'
  const episodes = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n'
  const put = (name: string, words: string | Buffer) => writeFile(join(folder, name), words)

  it.each<[string, Record<string, string>, RegExp]>([
    ['that is empty', {}, /^There is no header file in the folder/],
    ['without episodes', { 'h.csv': header }, /^There is no episodes file in the folder/],
    [
      'whose episodes lack a column',
      { 'h.csv': header, 'eps.csv': episodes.replace('DEC,', '') },
      /^eps\.csv looks like the episodes file, but has no column DEC\.$/,
    ],
    [
      'with two headers',
      { 'h.csv': header, 'h2.csv': header, 'e.csv': episodes },
      /^Both h\.csv and h2\.csv look like the header file/,
    ],
    [
      'with a quotation mark that is never closed',
      { 'h.csv': `${header}X1,1,01/01/2015,"WBRI,,,\nX2,1,01/01/2015,WBRI,,,\n`, 'e.csv': episodes },
      /^h\.csv, row 2, column ETHNIC: a quotation mark is not closed\.$/,
    ],
    [
      'with a quotation mark inside a cell',
      { 'h.csv': `${header}X1,1,01/01/2015,The "W" B,,,\nX2,1,01/01/2015,WBRI,,,\n`, 'e.csv': episodes },
      /^h\.csv, row 2, column ETHNIC: a quotation mark inside a cell; expected the whole cell in quotation marks/,
    ],
    [
      'with text behind a quotation mark, in a file that is not needed',
      {
        'h.csv': header,
        'e.csv': episodes,
        'd.csv': 'CHILD,SOCIAL_WORKER,TEAM,IRO,FROM\nX1,a@b.uk,"North" 2,,01/01/2026\n',
      },
      /^d\.csv, row 2, column TEAM: a quotation mark inside a cell/,
    ],
    [
      'with a header row that cannot be read',
      { 'h.csv': header, 'e.csv': 'CHILD,"DECOM"x\n' },
      /^e\.csv, row 1, column 2: a quotation mark inside a cell/,
    ],
  ])('%s is refused in a sentence', async (_, files, sentence) => {
    for (const [name, words] of Object.entries(files)) await put(name, words)

    const { report, completed } = await stageInMemory(folder)

    expect(report).toEqual({ problem: expect.stringMatching(sentence) as string })
    expect(completed).toBeUndefined()
  })

  /** As a spreadsheet, a program or a mailbox leaves a return: nothing is imported, and what is odd is said. */
  const [row, episode] = ['X1,1,01/01/2015,WBRI,,,\n', 'X1,02/03/2026,S,C2,N1,U1,PR1,,,,,,\n']
  const [h, e] = [header + row, episodes + episode]
  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    [
      'XML',
      { 'return.xml': '<?xml version="1.0"?><Message/>' },
      /return\.xml is XML or a web page; expected the return as CSV\.$/,
    ],
    [
      'a page in place of a file',
      { 'h.csv': '<!DOCTYPE html><html></html>', 'e.csv': e },
      /h\.csv is XML or a web page/,
    ],
    [
      'a workbook',
      { 'header.xlsx': Buffer.from('PK\u0003\u0004xl/workbook'), 'e.csv': e },
      /header\.xlsx is a workbook or a zip file/,
    ],
    [
      'a workbook that is called CSV',
      { 'h.csv': Buffer.from('PK\u0003\u0004xl/workbook'), 'e.csv': e },
      /h\.csv is a workbook/,
    ],
    [
      'an old workbook',
      { 'h.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'e.csv': e },
      /h\.xls is an old Excel workbook/,
    ],
    ['a PDF', { 'h.pdf': '%PDF-1.7', 'e.csv': e }, /h\.pdf is a PDF; expected CSV/],
    ['an empty file', { 'h.csv': '', 'e.csv': e }, /^There is no header file in the folder.* h\.csv is empty\.$/],
    ['a file of blanks', { 'h.csv': '\n\n', 'e.csv': e }, /^There is no header file in the folder/],
    [
      'a column twice',
      { 'h.csv': h.replace('ETHNIC', 'DOB'), 'e.csv': e },
      /^h\.csv: two columns are called DOB; expected one\.$/,
    ],
    [
      'episodes without rows',
      { 'h.csv': h, 'e.csv': episodes },
      /^e\.csv has a header row and no episodes, while the header file has 1 child/,
    ],
    [
      'episodes of commas alone',
      { 'h.csv': h, 'e.csv': `${episodes},,,,\n,,,\n` },
      /^e\.csv has a header row and no episodes/,
    ],
    [
      'a quotation mark in the middle, behind a byte order mark',
      { 'h.csv': `\ufeff${header}X1,1,01/01/2015,W"B,,,\n`, 'e.csv': e },
      /^h\.csv, row 2, column ETHNIC: a quotation mark inside a cell/,
    ],
  ])('of %s is refused, and says what is odd', async (_, files, sentence) => {
    for (const [name, words] of Object.entries(files)) await put(name, words)

    const { report, completed } = await stageInMemory(folder)

    expect(report).toEqual({ problem: expect.stringMatching(sentence) as string })
    expect(completed).toBeUndefined()
  })

  it('names what it leaves alone with the reason', async () => {
    for (const [name, words] of Object.entries({ 'h.csv': h, 'e.csv': e, 'return.xml': '<Message/>', 'x.csv': '' }))
      await put(name, words)

    expect(reportOf(await stageInMemory(folder)).unknown).toEqual([
      { name: 'return.xml', odd: 'is XML or a web page; expected the return as CSV' },
      { name: 'x.csv', odd: 'is empty' },
    ])
  })

  it.each([
    ...[
      '14/05/15',
      '31/02/2015',
      '05/14/2015',
      '42138',
      '2015',
      '14 May',
      '14/05/2015 09:30',
      '20150514',
      '14/05-2015',
    ],
    ...['1.4E+07', '00/00/2015', '14/05/1815', 'n/a', '#REF!'],
  ])('reads no day out of %s', async (day) => {
    await put('h.csv', `${header}X1,1,${day},WBRI,,,\n${row.replace('X1', 'X2')}`)
    await put('e.csv', `${episodes}${episode.replace('X1', 'X2')}`)

    expect(places(reportOf(await stageInMemory(folder)).refused)).toEqual(['header 2 DOB: not-a-date'])
  })

  it.each<[string, string, string, readonly string[]]>([
    [
      'born after the day of the return',
      '14/05/2051',
      '02/03/2026',
      ['header 2 DOB: born-later', 'episodes 2 DECOM: care-before-birth'],
    ],
    ['born after care began', '14/03/2026', '02/03/2026', ['episodes 2 DECOM: care-before-birth']],
    ['born on the day that care began', '02/03/2026', '02/03/2026', []],
    ['born in the wrong century', '14/05/1915', '02/03/2026', ['header 2 DOB: not-a-child']],
    ['who has left care', '14/05/2003', '02/03/2020', []],
  ])('doubts what it says of a child %s', async (_, born, began, doubts) => {
    await put('h.csv', `${header}X1,1,${born},WBRI,,,\n`)
    await put('e.csv', `${episodes}X1,${began},S,C2,N1,U1,PR1,,,,,,\n`)

    expect(places(reportOf(await stageInMemory(folder)).doubted)).toEqual(doubts)
  })

  it('doubts a review before the child was born', async () => {
    await put('h.csv', h)
    await put('e.csv', e)
    await put('r.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\nX1,01/01/2015,25/03/2014,PN1\nX1,01/01/2015,25/03/2026,PN1\n')

    expect(places(reportOf(await stageInMemory(folder)).doubted)).toEqual(['reviews 2 REVIEW: review-before-birth'])
  })

  it('that is not there is refused in a sentence', async () => {
    const { report } = await stageInMemory(join(folder, 'nowhere'))

    expect(report).toEqual({ problem: expect.stringContaining('does not exist or cannot be read') as string })
  })

  it.each<[string, (words: string) => string | Buffer]>([
    ['with a byte order mark', (words) => `\uFEFF${words}`],
    ['with the line ends of Windows', (words) => words.replaceAll('\n', '\r\n')],
    ['with every cell in quotes', (words) => words.replace(/[^,\n]+/g, '"$&"')],
    [
      'with header rows in small letters and spaces',
      (words) => words.replace(/^[^\n]+/, (row) => row.toLowerCase().replaceAll(',', ' , ')),
    ],
    ['without a line end at the end', (words) => words.trimEnd()],
    ['with the line ends of old Macs', (words) => words.replaceAll('\n', '\r')],
    ['with rows of commas below', (words) => `${words}${`${','.repeat(words.split(',').length)}\n`.repeat(5)}`],
    ['with rows of blanks and no-break spaces below', (words) => `${words} , ,\u00a0,\n\t\n`],
    ['with a column more, behind the others', (words) => words.replace(/$/gm, (end) => end).replace(/\n/g, ',x\n')],
    ['with a header that holds what nobody can see', (words) => words.replace('CHILD', '\u200bCHILD\u00a0')],
    ['with days as a database writes them', (words) => words.replace(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$2-$1')],
    ['with days and an empty time of day', (words) => words.replace(/(\d\d\/\d\d\/\d{4})/g, '$1 00:00:00')],
    ['with full stops in its days', (words) => words.replace(/(\d\d)\/(\d\d)\/(\d{4})/g, '$1.$2.$3')],
  ])('%s is the same return', async (_, change) => {
    const files = {
      'h.csv': `${header}A1,1,01/02/2015,WBRI,,,\nA2,F,01/02/2016,WBRI,,,\n`,
      'e.csv': `${episodes}A1,01/02/2025,S,C2,N1,U1,PR1,,,,,,\n`,
    }
    for (const [name, words] of Object.entries(files)) await put(name, change(words))

    const { staged, report } = await stageInMemory(folder)

    expect(report).toMatchObject({ refused: [], doubted: [] })
    expect(staged.header).toHaveLength(2)
    expect(staged.episodes).toEqual([
      { child: 0, row: 2, from: '2025-02-01', legalStatus: 'C2', startsCare: true, leavesCare: true },
    ])
  })

  it('whose bytes are no text, or partly in UTF-8, has those rows refused', async () => {
    await put('h.csv', `${header}A1,1,01/02/2015,WBRI,,,\nA\0,1,01/02/2015,WBRI,,,\n`)
    await put('e.csv', `${episodes}A1,01/02/2025,S,C2,N1,U1,PR1,,,,,,\n`)
    const team = Buffer.from('CHILD,SOCIAL_WORKER,TEAM,IRO,FROM\nA1,a@b.uk,N\xf6rth \xc3\xb6,,01/01/2026\n', 'latin1')
    await put('d.csv', team)

    const { refused } = reportOf(await stageInMemory(folder))

    expect(places(refused)).toEqual(['header 3 CHILD: unreadable-signs', 'allocations 2 TEAM: unreadable-signs'])
  })

  it('that fails in a way nobody foresaw is named with file and rows', async () => {
    await put('h.csv', `${header}A1,1,01/02/2015,WBRI,,,\nA2,1,01/02/2015,WBRI,,,\n`)
    await put('e.csv', episodes)

    await expect(stageInMemory(folder, undefined, () => Promise.reject(new Error('22021')))).rejects.toThrow(
      /^h\.csv, rows 2 to 3: the import stopped here$/,
    )
  })

  it('names of no row what it says', async () => {
    await put('h.csv', await readFile(join(fixture, 'a.csv')))
    await put('e.csv', `${episodes}L0001,secret,S,C2,,,,,,,,,\n`)

    const { report } = await stageInMemory(folder)

    expect(JSON.stringify(report)).not.toContain('secret')
  })
})
