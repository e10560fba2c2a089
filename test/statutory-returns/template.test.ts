/** The table that `npm run import -- template` writes, filled in by hand and by a spreadsheet. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeTemplate } from '../../adapters/statutory-returns/template.ts'
import { stageInMemory } from './staged-in-memory.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unstuck-template-'))
  file = join(folder, 'children.csv')
  await writeTemplate(file)
})
afterEach(() => rm(folder, { recursive: true }))

const rows = [
  'LK104,14/05/2014,A123456789012,03/02/2025,C2,,25/02/2025; 20/05/2025,social-worker@larkshire.example,Team A,iro@larkshire.example,03/02/2025',
  'LK105,2015-05-14,,03/02/2025,V2,01/09/2025,,,,,',
]

async function filledIn(lines: readonly string[] = rows) {
  const [titles = ''] = (await readFile(file, 'utf8')).split('\r\n')
  await writeFile(file, [titles, ...lines].join('\r\n'))
  return stageInMemory(file)
}

it('says as it is that its one row is an example, and brings nobody', async () => {
  const { report, staged } = await stageInMemory(file)

  expect(report).toMatchObject({ refused: [], doubted: [{ file: 'header', row: 2, reason: 'example-row' }] })
  expect(Object.values(staged).flat()).toEqual([])
})

it('is read as a return is, each row a child', async () => {
  const { report, staged } = await filledIn()

  expect(report).toMatchObject({ unknown: [], doubted: [] })
  expect(staged.header).toHaveLength(2)
  expect(staged.episodes).toMatchObject([
    { child: 0, row: 2, from: '2025-02-03', legalStatus: 'C2', startsCare: true, leavesCare: true },
    { child: 1, row: 3, from: '2025-02-03', to: '2025-09-01', legalStatus: 'V2', leavesCare: true },
  ])
  expect(staged.episodes[0]).not.toHaveProperty('to')
  expect(staged.reviews.map(({ child, on }) => [child, on])).toEqual([
    [0, '2025-02-25'],
    [0, '2025-05-20'],
  ])
})

it('says of a cell that cannot be read which it is, by the name above it', async () => {
  const { report } = await filledIn([rows[1]?.replace('03/02/2025', 'in spring') ?? ''])

  expect(report).toMatchObject({ refused: [{ file: 'episodes', row: 2, column: 'DECOM', reason: 'not-a-date' }] })
})

it('is not read beside a return, of which it would say the same twice', async () => {
  await writeFile(join(folder, 'reviews.csv'), 'CHILD,DOB,REVIEW,REVIEW_CODE\n')

  expect((await stageInMemory(folder)).report).toEqual({
    problem: 'Both children.csv and reviews.csv look like the reviews file. Keep only one of them.',
  })
})

it('is read with the semicolons of a spreadsheet that writes no commas', async () => {
  const words = await readFile(file, 'utf8')
  const inQuotes = rows[0]?.split(',').map((cell) => (cell.includes(';') ? `"${cell}"` : cell)) ?? []
  await writeFile(file, `${words.split('\r\n')[0]?.replaceAll(',', ';')}\r\n${inQuotes.join(';')}\r\n`)

  expect((await stageInMemory(file)).staged.reviews).toHaveLength(2)
})

it('is written over nothing that is there', async () => {
  expect(await writeTemplate(file)).toEqual({ problem: `${file} is there already. Name a file that is not.` })
  expect(await writeTemplate(join(folder, 'nowhere', 'x.csv'))).toMatchObject({
    problem: expect.stringContaining('cannot be written') as string,
  })
})
