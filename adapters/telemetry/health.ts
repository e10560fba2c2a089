/** Health, readiness and status, for those who run the bot. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { within } from '../../doors/within.ts'

export type Probes = {
  /**
   * Can this process serve now? Without its queue a worker sends by itself, so that it is said and no reason to take the
   * process away. `wrong`: a sentence of why it cannot.
   */
  readonly ready: () => Promise<{ readonly database: boolean; readonly queue?: boolean; readonly wrong?: string }>
  readonly status: () => Promise<unknown>
}

/** Answers GET /health (the process lives), /ready (it can serve) and /status; true when the request was one of these. */
export function healthListener({ ready, status }: Probes) {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/health': () => Promise.resolve({ code: 200, body: { alive: true } }),
    '/ready': async () => {
      const parts = await within(patienceMs, ready())
      return { code: parts.database && parts.wrong === undefined ? 200 : 503, body: parts }
    },
    '/status': async () => ({ code: 200, body: await within(patienceMs, status()) }),
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const answer = request.method === 'GET' || request.method === 'HEAD' ? answers[pathOf(request)] : undefined
    if (!answer) return false
    void answer()
      .catch((): Answer => ({ code: 503, body: { ready: false } }))
      .then(({ code, body }) => {
        response.writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body))
      })
    return true
  }
}

type Answer = { readonly code: number; readonly body: unknown }

/** Probes are asked every few seconds; one that hangs is an answer too. */
const patienceMs = 2_000

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? ''
}
