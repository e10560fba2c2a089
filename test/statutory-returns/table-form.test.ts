/** Files that a spreadsheet, a database or a mailbox has changed, and that can mean one thing only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stageInMemory } from './staged-in-memory.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'return-'))))
afterEach(() => rm(folder, { recursive: true }))

const plain = {
  'h.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,1,01/02/2015,WBRI,,,\nA2,2,03/04/2016,WBRI,,,\n',
  'e.csv':
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nA1,05/03/2025,S,C2,N1,U1,PR1,,,,,,\n',
  'r.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\nA1,01/02/2015,03/04/2025,PN1\n',
  'a.csv': 'CHILD,SOCIAL_WORKER,TEAM,IRO,FROM\nA1,social.worker@demo.example,"Café, East",,01/04/2025\n',
}

async function staged(change: (words: string, name: string) => string | Buffer) {
  for (const [name, words] of Object.entries(plain)) await writeFile(join(folder, name), change(words, name))
  const read = await stageInMemory(folder)
  if ('problem' in read.report) throw new Error(read.report.problem)
  const { header, ...others } = read.staged
  return {
    ...read,
    report: read.report,
    children: header.map(({ identifierHash, ofAge }) => [identifierHash, ofAge]),
    others,
  }
}

const parted = (separator: string) => (words: string) =>
  words.replace(/"[^"]*"|,/g, (sign) => (sign === ',' ? separator : sign))
const days = (write: (day: string, month: string, year: string) => string) => (words: string) =>
  words.replace(/(\d\d)\/(\d\d)\/(\d{4})/g, (_, ...[day, month, year]: [string, string, string]) =>
    write(day, month, year),
  )
const bigEndian = (words: string) => Buffer.from(words, 'utf16le').swap16()
const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const title = 'Larkshire – children “looked after”, 2026: £ and so on\r\n'

it.each<[string, (words: string) => string | Buffer, string?]>([
  ['semicolons', parted(';'), 'cells separated by semicolons'],
  ['semicolons, with the line ends of old Macs', (words) => parted(';')(words).replaceAll('\n', '\r')],
  ['every cell in quotes, and semicolons', (words) => parted(';')(words.replace(/(?<=^|,)[^",\n]+(?=,|$)/gm, '"$&"'))],
  ['tabs', parted('\t'), 'cells separated by tabs'],
  ['vertical bars', parted('|')],
  ['a sep= line', (words) => `sep=,\n${words}`, 'header row in row 2'],
  ['a sep= line behind a byte order mark', (words) => `\ufeffsep=;\r\n${parted(';')(words)}`],
  ['a title and an empty row', (words) => `${title}\n${words}`, 'header row in row 3'],
  ['a title with an odd quotation mark', (words) => `The "old" file\n"\n${words}`],
  ['rows of commas above', (words) => `,,,\r\n,,,\r\n${words}`],
  ['Unicode text', (words) => Buffer.from(`\ufeff${words}`, 'utf16le'), 'saved as Unicode text'],
  ['Unicode text without a mark', (words) => Buffer.from(words, 'utf16le')],
  ['Unicode text with tabs and a title', (words) => Buffer.from(`\ufeff${title}${parted('\t')(words)}`, 'utf16le')],
  ['Unicode text, the other way round', (words) => bigEndian(`\ufeff${words}`), 'saved as Unicode text'],
  ['Unicode text, the other way round and without a mark', (words) => bigEndian(`sep=,\n${words}`)],
  ['a separator behind each row', (words) => words.replaceAll('\n', ',\n')],
  ['a separator behind the header row alone', (words) => words.replace('\n', ',,\n')],
  ['days as 2019-03-31', days((day, month, year) => `${year}-${month}-${day}`)],
  ['days as 2019/3/31', days((day, month, year) => `${year}/${Number(month)}/${Number(day)}`)],
  ['days as 31.03.2019', days((day, month, year) => `${day}.${month}.${year}`)],
  ['days as 31 Mar 2019', days((day, month, year) => `${day} ${names[Number(month) - 1]} ${year}`)],
  ['days as 31-MAR-2019', days((day, month, year) => `${day}-${names[Number(month) - 1]?.toUpperCase()}-${year}`)],
  ['days as Sunday 31st Mar 2019', days((day, month, year) => `Sunday ${day}th ${names[Number(month) - 1]} ${year}`)],
])('with %s it is the same return', async (_, change, lies) => {
  const before = await staged((words) => words)
  const after = await staged(change)

  expect(after.report).toMatchObject({ refused: [], doubted: [], unknown: [] })
  expect(after.children).toEqual(before.children)
  const moved = (after.staged.header[0]?.row ?? 0) - 2
  expect(JSON.stringify(after.others)).toBe(
    JSON.stringify(before.others, (name, value: unknown) => (name === 'row' ? Number(value) + moved : value)),
  )
  expect(before.report.files[0]).not.toHaveProperty('lies')
  if (lies !== undefined) expect(after.report.files[0]?.lies).toBe(lies)
})

it('03/04/2019 stays the third of April', async () => {
  expect((await staged((words) => words)).staged.reviews[0]?.on).toBe('2025-04-03')
})

it('reads the letters of Windows, and says so', async () => {
  const { report, staged: rows } = await staged((words) => Buffer.from(words, 'latin1'))

  expect(report.files.map(({ lies }) => lies)).toEqual([undefined, undefined, undefined, 'saved as text of Windows'])
  expect(rows.allocations[0]?.team).toBe('Café, East')
})

it.each([
  ['Total,,,2,,,\n', 'row-of-totals'],
  ['Grand total: 2\n', 'row-of-totals'],
  [',,Total,2,,,\n', 'row-of-totals'],
  ['Child,Sex,Dob,Ethnic,Upn,Mother,Mc_dob\n', 'header-again'],
])('passes over %j, and refuses nothing', async (row, reason) => {
  const { report } = await staged((words, name) => (name === 'h.csv' ? words + row : words))

  expect(report.refused).toEqual([])
  expect(report.doubted.filter(({ file }) => file === 'header')).toEqual([
    { file: 'header', row: 4, column: 'CHILD', reason },
  ])
  expect(report.files[0]?.rows).toBe(2)
})

it('counts rows from the first of the file, whatever stands above the table', async () => {
  const { report } = await staged(
    (words, name) => `Larkshire\n\n${name === 'h.csv' ? words.replace('03/04', '31/04') : words}`,
  )

  expect(report.refused).toEqual([{ file: 'header', row: 5, column: 'DOB', reason: 'not-a-date', child: -1 }])
})

describe('what cannot be read is named with what to do', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['XML', '\ufeff<?xml version="1.0"?>\n<Message/>', /^r\.csv is XML or a web page; expected the return as CSV\.$/],
    ['XML in Unicode text', Buffer.from('\ufeff<Message/>', 'utf16le'), /^r\.csv is XML/],
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004'),
      /^r\.csv is a workbook or a zip file; expected each sheet saved as CSV/,
    ],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /^r\.csv is an old Excel workbook, or one with a password/,
    ],
    ['a workbook of 1995', Buffer.from([0x09, 0x08, 0x10, 0x00]), /^r\.csv is a very old Excel workbook/],
    ['JSON', '[{"CHILD":"A1"}]', /^r\.csv is JSON/],
    ['empty bytes', Buffer.alloc(500), /^r\.csv holds nothing but empty bytes; copy it again\.$/],
    [
      'a row in one cell',
      '"CHILD,DOB,REVIEW,REVIEW_CODE"\n"A1,,03/04/2025,PN1"\n',
      /^r\.csv, row 1: the quotation marks/,
    ],
    [
      'a stray quotation mark under a title',
      'Reviews\nCHILD,DOB,REVIEW,REVIEW_CODE\nA1,,0"3/04/2025,PN1\n',
      /^r\.csv, row 3, column REVIEW: a quotation/,
    ],
    [
      'a stray mark among semicolons',
      'CHILD;DOB;REVIEW;REVIEW_CODE\nA1;;"03/04/2025;PN1\n',
      /^r\.csv, row 2, column REVIEW: a quotation/,
    ],
  ])('%s', async (_, bytes, sentence) => {
    await expect(staged((words, name) => (name === 'r.csv' ? bytes : words))).rejects.toThrow(sentence)
  })

  it('a column that is called otherwise', async () => {
    const { report } = await staged((words, name) => (name === 'r.csv' ? words.replace('REVIEW,', 'HELD,') : words))

    expect(report.unknown).toEqual([{ name: 'r.csv', like: 'reviews', lacking: ['REVIEW'] }])
  })
})
