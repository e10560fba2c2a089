import { describe, expect, it } from 'vitest'
import { beginningOfRow, firstRows } from '../../src/display/first-rows.ts'
import { filled, form, type Form } from '../../src/display/form.ts'
import { Typed } from '../../src/display/typed.ts'

const sure = { field: 'words', label: 'Sure?', max: 10, lines: 'one' } as const

const ofRows = (rows: number): Form => {
  const names = Array.from({ length: rows }, (_, at) => [`a-${at}`, `b-${at}`] as const)
  return form('Several', {
    fields: { before: sure, ...Object.fromEntries(names.flat().map((name) => [name, sure] as const)), after: sure },
    values: {
      before: filled('x'),
      ...Object.fromEntries(names.flat().map((name) => [name, filled('1')] as const)),
    },
    table: {
      each: 'Thing',
      known: ['Here since'],
      columns: [{ label: 'A' }, { label: 'B' }],
      rows: names.map((fields, at) => ({
        label: `Row ${at}`,
        about: new Typed(`the ${at}th`),
        known: ['May'],
        fields,
      })),
      inSteps: { ask: 'confirm-children', inSteps: true },
    },
    submit: { label: 'Send', ask: { ask: 'confirm-children' } },
  })
}

describe('the first rows', () => {
  it('are all of them where they fit', () => {
    const three = ofRows(3)
    expect(firstRows(three, 3)).toBe(three)
  })

  it('keep what is asked beside the table, say how many there are, and ask in steps', () => {
    const cut = firstRows(ofRows(3), 2)

    expect(Object.keys(cut.fields)).toEqual(['before', 'a-0', 'b-0', 'a-1', 'b-1', 'after'])
    expect(Object.keys(cut.values)).toEqual(['before', 'a-0', 'b-0', 'a-1', 'b-1'])
    expect(cut.intro).toEqual([{ block: 'text', text: 'These are 2 of 3. The others come after them.' }])
    expect(cut.submit).toEqual({ label: 'Send', ask: { ask: 'confirm-children', inSteps: true } })
  })

  it('are those that came back, where they are drawn again', () => {
    const again = firstRows(ofRows(3), 1, { 'b-2': filled('typed') })

    expect(again.table?.rows.map(({ label }) => label)).toEqual(['Row 2'])
    expect(firstRows(ofRows(3), 1, { before: filled('typed') }).table?.rows[0]?.label).toBe('Row 0')
  })
})

it('begins a row with what it is about, before its first field alone', () => {
  const { table } = ofRows(1)
  const [block] = beginningOfRow(table, 'a-0')
  expect(block).toMatchObject({ block: 'words', label: 'Row 0' })
  expect(block?.block === 'words' && block.words.reveal()).toBe('the 0th, here since May')
  expect(['before', 'b-0'].map((name) => beginningOfRow(table, name))).toEqual([[], []])
  expect(beginningOfRow(undefined, 'a-0')).toEqual([])
})
