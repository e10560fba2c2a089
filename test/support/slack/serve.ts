/** The http door of the local Slack, with whatever is wrong with it at the moment. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerCall, type ApiAnswer } from './answer-call.ts'
import { readArguments } from './arguments.ts'
import type { Fault, Faults } from './faults.ts'
import { authorise } from './authorise.ts'
import { createLines, type Lines } from './lines.ts'
import { answerResponseUrl } from './response-urls.ts'
import { SlackError } from './slack-error.ts'
import type { SlackState } from './state.ts'

export type Door = { readonly port: number; readonly lines: Lines; close(): Promise<void> }

/** Listens on 127.0.0.1; `port` 0 takes a free one. */
export async function serve(state: SlackState, faults: Faults, port: number): Promise<Door> {
  const server = createServer((request, response) => {
    handle(state, faults, request, response).catch((error: unknown) => {
      state.violations.push(`${request.url ?? ''}: ${String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the local Slack has no port')
  const lines = createLines(state, server)
  return {
    port: address.port,
    lines,
    close() {
      lines.close()
      return close(server)
    },
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

async function handle(state: SlackState, faults: Faults, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack')
  const [, area, name = ''] = pathname.split('/')
  const body = await readBody(request)
  if (area === 'api') await api(state, faults, name, body, request, response)
  else if (area === 'respond') await respond(state, faults, name, body, response)
  else if (pathname === '/oauth/v2/authorize') agree(authorise(state, searchParams), response)
  else response.writeHead(404).end()
}

function agree(next: string | undefined, response: ServerResponse): void {
  if (next === undefined) response.writeHead(400).end()
  else response.writeHead(302, { location: next }).end()
}

async function api(
  state: SlackState,
  faults: Faults,
  method: string,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fault = faults.next(method)
  if (fault !== undefined && !commits(fault)) {
    meet(fault, response)
    return
  }
  const args = readArguments(request.headers['content-type'] ?? '', body)
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? (typeof args['token'] === 'string' ? args['token'] : undefined)
  const answer = answerCall(state, method, token, args)
  await sleep(faults.delayOf(method))
  if (fault === undefined) send(response, answer)
  else meet(fault, response)
}

async function respond(state: SlackState, faults: Faults, key: string, body: string, response: ServerResponse) {
  const fault = faults.next('response_url')
  if (fault !== undefined && !commits(fault)) {
    meet(fault, response)
    return
  }
  try {
    const answered = answerResponseUrl(state, key, readArguments('application/json', body))
    await sleep(faults.delayOf('response_url'))
    if (fault !== undefined) meet(fault, response)
    else response.writeHead(answered ? 200 : 404, { 'content-type': 'text/plain' }).end(answered ?? 'used_url')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    response.writeHead(400, { 'content-type': 'text/plain' }).end(error.code)
  }
}

const commits = (fault: Fault): boolean => fault === 'commit-then-hang' || fault === 'commit-then-reset'

function meet(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang' || fault === 'commit-then-hang') return
  if (fault === 'reset' || fault === 'commit-then-reset') {
    response.socket?.resetAndDestroy()
    return
  }
  if ('answer' in fault) {
    send(response, fault.answer)
    return
  }
  if ('error' in fault) {
    const { error, messages } = fault
    send(response, { ok: false, error, ...(messages && { response_metadata: { messages } }) })
    return
  }
  if (fault.status === 429) {
    response.writeHead(429, { 'retry-after': String(fault.retryAfterSeconds), 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: false, error: 'ratelimited' }))
    return
  }
  response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('upstream error')
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
