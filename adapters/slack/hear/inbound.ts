/** One door for all our apps: each request goes to the app that it names, and is checked with that app's secret. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isValidSlackRequest, type HTTPReceiver } from '@slack/bolt'
import { readBody } from '../../../doors/read-body.ts'
import { endpoint, installPath, redirectPath } from '../paths.ts'
import type { Replays } from './replayed-requests.ts'
import { appNamedBy } from './which-app.ts'

/** The largest form, with every answer at its longest, is far below. */
const bytesMax = 2 * 1024 * 1024

/** One app that Slack reaches by http. */
export type Inlet = {
  /** Absent: it takes what names no other app. */
  readonly appId?: string
  readonly signingSecret: string
  readonly receive: RequestListener
}

/** `installing` serves the two pages on the way to an installation. */
export function createInbound(inlets: readonly Inlet[], replays: Replays, installing?: HTTPReceiver): RequestListener {
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number) => response.writeHead(status).end()
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (installing && request.method === 'GET' && [installPath, redirectPath].includes(pathname)) {
      installing.requestListener(request, response)
      return
    }
    if (request.method !== 'POST' || pathname !== endpoint) return void answer(404)
    if (!replays.begin(request)) {
      request.resume()
      return void answer(401)
    }
    response.once('close', () => replays.end(request))
    const body = await readBody(bytesMax, request)
    if (!body) {
      request.resume()
      return void answer(413)
    }
    const inlet = inletFor(inlets, request, body.toString())
    if (!inlet) return void answer(401)
    // Bolt reads no further where the body was read already.
    inlet.receive(Object.assign(request, { rawBody: body }), response)
  }
  return (request, response) => {
    listener(request, response).catch(() => response.destroy())
  }
}

function inletFor(inlets: readonly Inlet[], { headers }: IncomingMessage, body: string): Inlet | undefined {
  const named = appNamedBy(body, headers['content-type'])
  const unnamed = inlets.find(({ appId }) => appId === undefined)
  if (named !== undefined) return inlets.find(({ appId }) => appId === named) ?? unnamed
  // Slack asks once whether an address is ours without naming the app.
  return inlets.find(({ signingSecret }) => isSignedWith(signingSecret, headers, body)) ?? unnamed
}

function isSignedWith(signingSecret: string, headers: IncomingMessage['headers'], body: string): boolean {
  const signature = headers['x-slack-signature']
  if (typeof signature !== 'string') return false
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: {
      'x-slack-signature': signature,
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  })
}
