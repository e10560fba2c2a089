/** Which file of a return this is, told by its header row: authorities name and order their files as they like. */
import { pasted } from '../../src/display/pasted.ts'
import type { ReturnFile } from '../../src/children/row-notes.ts'

/** What we read of each file, in the order in which the rows are read. Further columns are left alone. */
export const columnsOf = {
  header: ['CHILD', 'SEX', 'DOB', 'UPN'],
  episodes: ['CHILD', 'DECOM', 'RNE', 'LS', 'DEC', 'REC'],
  reviews: ['CHILD', 'REVIEW'],
  allocations: ['CHILD', 'SOCIAL_WORKER', 'TEAM', 'IRO', 'FROM'],
} as const satisfies Record<ReturnFile, readonly string[]>

/** Of our own table, named as in the return, so that a report about either means the same column. */
export const templateColumns = [
  ...['CHILD', 'DOB', 'UPN', 'DECOM', 'LS', 'DEC', 'REVIEW'],
  ...['SOCIAL_WORKER', 'TEAM', 'IRO', 'FROM'],
] as const

/** The other files of the return, each by a column that no other has. */
const leftAlone: Readonly<Record<string, string>> = {
  DUC: 'unaccompanied asylum-seeking children (UASC)',
  SDQ_SCORE: 'outcomes (OC2)',
  IN_TOUCH: 'care leavers (OC3)',
  DATE_INT: 'adoption (AD1)',
  DATE_PLACED: 'placed for adoption (SBPFA)',
  PREV_PERM: 'previous permanence (PrevPerm)',
  MIS_START: 'missing episodes',
  SW_DECOM: 'social worker episodes',
  DOLO_START: 'deprivation of liberty orders',
}

/** A column that no other file has, where what we read of a file is not enough to tell it by. */
const telling: Readonly<Record<string, ReturnFile>> = { REVIEW_CODE: 'reviews', SOCIAL_WORKER: 'allocations' }

export type Recognised =
  | { readonly kind: 'read'; readonly file: ReturnFile }
  | { readonly kind: 'template' }
  | { readonly kind: 'left-alone'; readonly what: string }
  | { readonly kind: 'lacking'; readonly file: ReturnFile; readonly columns: readonly string[] }
  | { readonly kind: 'unknown' }

export function recognise(headerRow: readonly string[]): Recognised {
  const columns = new Set(headerRow.map(columnName))
  if (templateColumns.every((column) => columns.has(column))) return { kind: 'template' }
  for (const file of files) if (columnsOf[file].every((column) => columns.has(column))) return { kind: 'read', file }
  for (const [column, what] of Object.entries(leftAlone)) if (columns.has(column)) return { kind: 'left-alone', what }
  for (const file of files) {
    const lacking = columnsOf[file].filter((column) => !columns.has(column))
    if (columns.has('CHILD') && lacking.length <= columnsOf[file].length / 2 - 1)
      return { kind: 'lacking', file, columns: lacking }
  }
  for (const [column, file] of Object.entries(telling))
    if (columns.has(column))
      return { kind: 'lacking', file, columns: columnsOf[file].filter((one) => !columns.has(one)) }
  return { kind: 'unknown' }
}

/** Nobody can say which of the two is meant. */
export function columnTwice(columns: readonly string[], headerRow: readonly string[]): string | undefined {
  const names = headerRow.map(columnName)
  return columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column))
}

/** `social worker` and ` Social_Worker` are the same column, and so is `social worker (email)`. */
export const columnName = (written: string): string =>
  pasted(written)
    .replace(/\s*\([^()]*\)$/, '')
    .toUpperCase()
    .replaceAll(' ', '_')

const files = Object.keys(columnsOf) as ReturnFile[]
