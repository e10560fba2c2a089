import ts from 'typescript'
import { expect, it } from 'vitest'
import { circlesIn } from './circles.ts'
import type { Source } from './sources.ts'

const files = (uses: Readonly<Record<string, readonly string[]>>): readonly Source[] =>
  Object.entries(uses).map(([path, used]) => ({
    path,
    imports: used.map((ours) => ({ ours })),
    syntax: ts.createSourceFile(path, '', ts.ScriptTarget.ESNext),
  }))

it.each<[string, Readonly<Record<string, readonly string[]>>, readonly (readonly string[])[]]>([
  ['no circle', { a: ['b', 'c'], b: ['c'], c: [] }, []],
  ['two files', { a: ['b'], b: ['a'] }, [['a', 'b']]],
  ['three, entered from outside', { z: ['b'], a: ['b'], b: ['c'], c: ['a'] }, [['a', 'b', 'c']]],
  ['a file that imports itself', { a: ['a'] }, [['a']]],
  [
    'two circles apart',
    { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
    [
      ['c', 'd'],
      ['a', 'b'],
    ],
  ],
])('finds %s', (_, uses, circles) => {
  expect(circlesIn(files(uses))).toEqual(circles)
})
