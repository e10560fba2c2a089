import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { readBody } from '../../doors/read-body.ts'

/** Sends the body in two pieces, with its length said beforehand or not; the answer says what was read. */
async function send(body: string, said: boolean): Promise<string> {
  const server = createServer((incoming, response) => {
    void readBody(10, incoming).then((read) => {
      incoming.resume()
      response.end(read?.toString() ?? 'too long')
    })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo

  return new Promise((resolve, reject) => {
    const headers = said ? { 'content-length': String(body.length) } : { 'transfer-encoding': 'chunked' }
    const sending = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve(text))
    })
    sending.on('error', reject)
    sending.write(body.slice(0, 4))
    sending.end(body.slice(4))
  })
}

it.each([
  ['short enough', '0123456789', true, '0123456789'],
  ['short enough, without a length', '0123456789', false, '0123456789'],
  ['too long by its own word', '0123456789a', true, 'too long'],
  ['too long, without a word', '0123456789a', false, 'too long'],
])('%s: read or refused, and always answered', async (_, body, said, read) => {
  expect(await send(body, said)).toBe(read)
})
