import { expect, it } from 'vitest'
import { readJson } from '../../doors/read-json.ts'

it.each<[string, unknown, unknown]>([
  ['JSON', '{"a":1}', { a: 1 }],
  ['text that is none', '{"a":', undefined],
  ['nothing', '', undefined],
  ['what is no text', ['{}'], undefined],
  ['what is not there', undefined, undefined],
])('%s', (_, text, read) => {
  expect(readJson(text)).toEqual(read)
})
