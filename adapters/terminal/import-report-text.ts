/** The report of an import for a person: figures under each other, then the rows to look at, by reason. */
import { inWords } from '../../src/calendar/in-words.ts'
import { childrenIn, childrenNoted } from '../../src/children/children-noted.ts'
import { changesIn } from '../../src/children/mass-change.ts'
import type { OutOfScopeBecause } from '../../src/children/child.ts'
import type { ImportReport, UnknownFile } from '../../src/children/return-report.ts'
import { reasonInWords, type RowNote } from '../../src/children/row-notes.ts'

type Line = string | readonly [words: string, count: number, more?: string]

export function reportAsText(whole: ImportReport): string {
  const { read, merged } = whole
  const noted = childrenNoted(whole)
  const { children, outOfScope, reviews, allocations } = merged
  const lines: Line[] = [
    `Statutory return as of ${inWords(merged.asOf)}`,
    ...(merged.dryRun ? ['Dry run: everything was checked and nothing was saved.'] : []),
    ...stoppedLines(merged),
    ...(merged.newer
      ? [`A return as of ${inWords(merged.newer)} is newer: social workers and IROs stay as it named them.`]
      : []),
    '',
    'Rows read',
    ...read.files.map(({ file, name, rows, lies }): Line => [`  ${file}`, rows, lies ? `${name} (${lies})` : name]),
    ...(read.files.some(({ file }) => file === 'allocations') ? [] : ['  There is no allocations file.']),
    ...read.leftAlone.map(({ name, what }) => `  ${name} was not used: ${what}.`),
    ...read.unknown.map(unknownFile),
    '',
    'Children',
    ['  read', children.read],
    ['  new', children.new],
    ['  changed', children.changed],
    ['  unchanged', children.unchanged],
    ['  in scope', children.inScope],
    ['    without an allocation', allocations.without, allocations.without > 0 ? 'nothing starts for them' : ''],
    ['  out of scope', children.read - children.inScope],
    ...Object.entries(outOfScopeInWords).map(([because, words]): Line => [
      `    ${words}`,
      outOfScope[because as OutOfScopeBecause],
    ]),
    ['  known, not in this return', merged.notInReturn, merged.notInReturn > 0 ? 'left as they are' : ''],
    ['  doubted', noted.doubted, below(noted.doubted)],
    ['  left alone: rows unreadable, or untrue', noted.leftAlone, below(noted.leftAlone)],
    ['  rows that do not say whose they are', noted.rowsOfNobody, below(noted.rowsOfNobody)],
    '',
    'Reviews of children in scope',
    ['  held in this period of care', reviews.inThisPeriod],
    ['  before it', reviews.beforeThisPeriod, reviews.beforeThisPeriod > 0 ? 'kept, not counted' : ''],
    ['Reviews not held yet', reviews.notYetHeld],
    ['Allocations new or changed', allocations.changed],
    ['Open cases that change hands', merged.changedHands.cases],
    ['Open duties that change hands', merged.changedHands.duties],
    ['Social workers asked for a first look', merged.firstLooks],
    '',
    ...rowsToLookAt('Children with a row that could not be read', read.refused, read.files),
    '',
    ...rowsToLookAt('Children doubted', [...read.doubted, ...merged.doubted], read.files),
  ]
  return `${aligned(lines).join('\n')}\n`
}

/** How to go on stands beside why it was stopped: the very number, so that nobody goes on without having read it. */
function stoppedLines({ stopped, changes, dryRun }: ImportReport['merged']): readonly Line[] {
  if (!stopped) return []
  const { left, added, dated } = changes
  return [
    `Too much changes at once${dryRun ? '' : ', so nothing was imported'}. Of ${figures.format(stopped.inCare)} children in scope:`,
    ['  no longer in scope', left],
    ['  new in scope, beside them', added],
    ['  with another start of care, or another first or second review', dated],
    `Look at the files. If the return is right, add --accept-changes ${changesIn(changes)}.`,
    '',
  ]
}

const below = (count: number): string => (count > 0 ? 'by reason, below' : '')

const outOfScopeInWords: Readonly<Record<OutOfScopeBecause, string>> = {
  'no-episodes': 'no episode by that day',
  ended: 'care has ended',
  'of-age': '18 and over',
  'short-breaks': 'short breaks (V3, V4)',
}

function unknownFile({ name, like, lacking, odd }: UnknownFile): string {
  if (odd !== undefined) return `  ${name} was not read: it ${odd}.`
  return like && lacking
    ? `  ${name} was not read: it looks like ${like}, but has no column ${lacking.join(', ')}.`
    : `  ${name} was not read: no header row of the return was found in it.`
}

/** Row numbers that are named for each reason; the JSON names all. */
const namedRows = 10

function rowsToLookAt(title: string, notes: readonly RowNote[], files: ImportReport['read']['files']): readonly Line[] {
  const groups = new Map<string, RowNote[]>()
  for (const note of notes) {
    const name = files.find(({ file }) => file === note.file)?.name ?? note.file
    const place = `${name} (${note.file}), ${note.column}: ${reasonInWords(note.reason)}`
    const others = groups.get(place)
    if (others) others.push(note)
    else groups.set(place, [note])
  }
  return [
    [title, childrenIn(notes), notes.length > 0 ? `in ${counted(notes.length, 'row')}` : ''],
    ...[...groups].flatMap(([place, rows]) => [`  ${place}`, `    ${namedIn(rows)}`]),
  ]
}

function namedIn(rows: readonly RowNote[]): string {
  const named = rows.slice(0, namedRows).map(({ row }) => row)
  const more = rows.length - named.length
  const rest = more > 0 ? ` and ${figures.format(more)} more (--json names each)` : ''
  const children = childrenIn(rows)
  const whose = children > 0 ? `${counted(children, 'child', 'children')}: ` : ''
  return `${whose}${rows.length === 1 ? 'row' : 'rows'} ${named.join(', ')}${rest}`
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : many}`

const figures = new Intl.NumberFormat('en-GB')

function aligned(lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map((line) => (typeof line === 'string' ? 0 : line[0].length)))
  return lines.map((line) => {
    if (typeof line === 'string') return line
    const [words, count, more = ''] = line
    return `${words.padEnd(width)}  ${figures.format(count).padStart(8)}  ${more}`.trimEnd()
  })
}
