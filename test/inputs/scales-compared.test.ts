import { expect, it } from 'vitest'
import { Typed } from '../../src/display/typed.ts'
import { scalesCompared } from '../../src/inputs/scales-compared.ts'
import type { Request } from '../../src/inputs/request.ts'
import { demonstration } from '../support/builders.ts'

const [one, other, third] = demonstration.agencies
const saying = (agency: string | undefined, words: string) =>
  ({
    agency,
    body: agency,
    view: [{ name: 'scale', question: 'Where?', words: new Typed(words) }],
  }) as unknown as Request

it('draws the numbers of several agencies below each other, and leaves out what is no number', () => {
  expect(
    scalesCompared([saying(one?.id, '0'), saying(other?.id, '7'), saying(third?.id, 'seven')], demonstration),
  ).toEqual([`${one?.name}: 0 of 10 □□□□□□□□□□`, `${other?.name}: 7 of 10 ■■■■■■■□□□`])
})

it.each([['11'], ['-1'], ['2.5'], ['']])('compares nothing where one number is left: %j', (words) => {
  expect(scalesCompared([saying(one?.id, '3'), saying(other?.id, words)], demonstration)).toEqual(
    words === '' ? [] : [],
  )
})
