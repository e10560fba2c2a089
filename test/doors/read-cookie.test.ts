import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { readCookie } from '../../doors/read-cookie.ts'

const requestWith = (cookie: string | undefined): IncomingMessage =>
  Object.assign(new IncomingMessage(new Socket()), { headers: cookie === undefined ? {} : { cookie } })

it.each([
  ['the only one', 'name=value', 'value'],
  ['one of several', 'other=1; name=value; more=2', 'value'],
  ['one with an equals sign in it', 'name=a=b', 'a=b'],
  ['one whose name another one ends with', 'long-name=1; name=2', '2'],
  ['none of that name', 'names=1', undefined],
  ['none at all', undefined, undefined],
])('reads %s', (_, cookie, value) => {
  expect(readCookie(requestWith(cookie), 'name')).toBe(value)
})
