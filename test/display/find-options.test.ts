/** Finding an option as people type, and which lists are found rather than drawn. */
import { expect, it } from 'vitest'
import { findOptions } from '../../src/display/find-options.ts'
import type { ChoiceField, Option } from '../../src/display/form.ts'
import { lookedUp } from '../../src/display/looked-up.ts'
import { Typed } from '../../src/display/typed.ts'

const option = (label: string | Typed, explanation?: string): Option => ({
  value: typeof label === 'string' ? label : label.reveal(),
  label,
  ...(explanation !== undefined && { explanation }),
})
const people = [
  option('Niamh O’Brien, Larkshire Council'),
  option('Zoë Müller, Larkshire NHS Trust'),
  option('Ann Holt, Larkshire Police'),
  option('Hannah Lark, St. Mary’s School'),
  option(new Typed('LK 1042 (K7M-2QD)')),
  option('Sam Wood, Larkshire Council', 'sam.wood2@demo.example'),
]
const found = (words: string, most = 100) =>
  findOptions(people, new Typed(words), most).options.map(({ value }) => value.split(',')[0])

it.each([
  ['obrien', ['Niamh O’Brien']],
  ["O'BRIEN niamh", ['Niamh O’Brien']],
  ['zoe muller', ['Zoë Müller']],
  ['police', ['Ann Holt']],
  ['st marys', ['Hannah Lark']],
  ['lk1042', ['LK 1042 (K7M-2QD)']],
  ['k7m2qd', ['LK 1042 (K7M-2QD)']],
  ['ann.holt@police.example', ['Ann Holt']],
  ['wood2', ['Sam Wood']],
  ['nobody', []],
  ['  ', people.map(({ value }) => value.split(',')[0])],
])('%s finds %j', (words, expected) => {
  expect(found(words)).toEqual(expected)
})

it('what begins like what was typed comes first, and as many as are asked for, with how many match', () => {
  expect(found('ann')).toEqual(['Ann Holt', 'Hannah Lark'])
  expect(findOptions(people, new Typed('lark'), 2)).toMatchObject({ matching: 5, options: { length: 2 } })
})

it('a list is looked up where it is too long, alone or with others', () => {
  const list = (length: number): ChoiceField => ({
    ...{ field: 'choice', label: 'Who?' },
    options: Array.from({ length }, (_, at) => option(String(at))),
  })
  const names = (lengths: Readonly<Record<string, number>>) =>
    [...lookedUp(Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, list(length)])))].toSorted()

  expect(names({ a: 500, b: 500 })).toEqual([])
  expect(names({ a: 501, b: 5 })).toEqual(['a'])
  expect(names({ a: 400, b: 500, c: 300 })).toEqual(['b'])
  expect(names({ a: 2_000, b: 2_000, c: 500 })).toEqual(['a', 'b'])
})
