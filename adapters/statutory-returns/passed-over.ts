/** Rows of a table that are no row of a child, beyond mistake: they are named, and nothing is refused for them. */
import type { ReturnFile } from '../../src/children/row-notes.ts'
import { notesOn, type Reading } from './reading.ts'
import type { Row } from './read-table.ts'
import { columnName, columnsOf } from './recognise.ts'
import { exampleChild } from './template.ts'

const totals = /^(?:(?:grand|sub)[\s-]*)?totals?(?:\b|_)/i

/** A report prints its header on each page, and a spreadsheet adds up below. */
export function passedOver(reading: Reading, file: ReturnFile, row: Row): boolean {
  const [child = '', ...others] = row.cells
  const names = columnsOf[file]
  const isHeader = names.every((name, at) => columnName(row.cells[at] ?? '') === name)
  const isTotals = totals.test(child) || (child === '' && others.some((cell) => totals.test(cell)))
  const { doubtRow } = notesOn(reading, file, row)
  const isExample = file === 'header' && child === exampleChild
  if (isExample) doubtRow('example-row')
  else if (isHeader) doubtRow('header-again')
  else if (isTotals) doubtRow('row-of-totals')
  return isHeader || isTotals || isExample
}
