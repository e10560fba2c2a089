/** The http doors of the local Microsoft, with whatever is wrong with them at the moment. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerConnector, operationOf, type Answer, type Request } from './connector.ts'
import type { Fault, Faults, Operation } from './faults.ts'
import { logIn } from './login.ts'
import type { TeamsState } from './state.ts'
import { TeamsError } from './teams-error.ts'
import type { Tokens } from './tokens.ts'

export type Door = { readonly port: number; close(): Promise<void> }

/** Listens on 127.0.0.1; `port` 0 takes a free one. */
export async function serve(state: TeamsState, faults: Faults, tokens: Tokens, port: number): Promise<Door> {
  const server = createServer((request, response) => {
    handle(state, faults, tokens, request, response).catch((error: unknown) => {
      state.violations.push(`${request.url ?? ''}: ${String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the local Microsoft has no port')
  return { port: address.port, close: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

async function handle(
  state: TeamsState,
  faults: Faults,
  tokens: Tokens,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', state.origin)
  const body = await readBody(request)
  const keys = { issuer: tokens.issuer, jwks_uri: `${state.origin}/keys`, authorization_endpoint: `${state.origin}/` }
  if (pathname === '/openid-configuration') reply(response, { status: 200, body: keys })
  else if (pathname === '/keys') reply(response, { status: 200, body: tokens.jwks })
  else if (pathname.endsWith('/oauth2/v2.0/token')) await meet(faults, 'login', response, () => logIn(state, body))
  else await connect(state, faults, request, response, pathname, body)
}

/** `/{region}/v3/conversations/…`, for who shows a token of ours. */
async function connect(
  state: TeamsState,
  faults: Faults,
  { method = '', headers }: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  text: string,
): Promise<void> {
  const [region = '', version, area, ...path] = pathname.split('/').slice(1).map(decodeURIComponent)
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const call: Request = { method, path, region, body }
  const operation = version === 'v3' && area === 'conversations' ? operationOf(call) : undefined
  if (!operation) {
    state.violations.push(`${method} ${pathname}: nothing that the connector knows`)
    reply(response, { status: 404 })
    return
  }
  const at = Date.now()
  await meet(faults, operation, response, () => {
    const answer = answerOrRefuse(() => {
      const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      if (bearer === undefined || !state.tokens.has(bearer))
        throw new TeamsError(401, 'Unauthorized', 'Authorization has been denied for this request.')
      return answerConnector(state, operation, call)
    })
    state.calls.push({ method, path: pathname, body, at, status: answer.status, answer: answer.body })
    return answer
  })
}

type Refusable = Answer & { readonly retryAfterSeconds?: number }

function answerOrRefuse(answer: () => Answer): Refusable {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof TeamsError)) throw error
    const { status, code, message, retryAfterSeconds } = error
    const body = { error: { code, message } }
    return { status, body, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }
}

async function meet(
  faults: Faults,
  operation: Operation,
  response: ServerResponse,
  answer: () => Answer,
): Promise<void> {
  const fault = faults.next(operation)
  const does = fault === undefined || fault === 'commit-then-hang' || fault === 'commit-then-reset'
  const answered = does ? answerOrRefuse(answer) : undefined
  await sleep(faults.delay)
  if (fault !== undefined) fail(fault, response)
  else if (answered) reply(response, answered)
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang' || fault === 'commit-then-hang') return
  if (fault === 'reset' || fault === 'commit-then-reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const code = 'code' in fault ? fault.code : `Fault${fault.status}`
  const retry = 'retryAfterSeconds' in fault ? { retryAfterSeconds: fault.retryAfterSeconds } : {}
  reply(response, { status: fault.status, body: { error: { code, message: 'Something is wrong.' } }, ...retry })
}

function reply(response: ServerResponse, { status, body, retryAfterSeconds }: Refusable): void {
  const retry = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...retry })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
