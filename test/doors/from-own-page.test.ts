import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { isFromOwnPage } from '../../doors/from-own-page.ts'

const requestWith = (headers: Readonly<Record<string, string>>): IncomingMessage =>
  Object.assign(new IncomingMessage(new Socket()), { headers })
const host = 'unstuck.example:8443'

it.each<[boolean, string, Readonly<Record<string, string>>]>([
  [true, 'says that it comes from our own page', { host, 'sec-fetch-site': 'same-origin' }],
  [true, 'names our address as its origin', { host, origin: `https://${host}` }],
  [false, 'comes from another site', { host, 'sec-fetch-site': 'cross-site' }],
  [
    false,
    'comes from another site, whatever origin it names',
    { host, 'sec-fetch-site': 'none', origin: `https://${host}` },
  ],
  [false, 'names another origin', { host, origin: 'https://elsewhere.example' }],
  [false, 'names no origin that can be read', { host, origin: 'null' }],
  [false, 'says nothing', { host }],
])('%s for a request that %s', (own, _, headers) => {
  expect(isFromOwnPage(requestWith(headers))).toBe(own)
})
