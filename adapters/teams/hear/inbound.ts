/** One request from Teams: small enough, proven to be Microsoft's, of one tenant; only then does anybody hear of it. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readBody } from '../../../doors/read-body.ts'
import { readJson } from '../../../doors/read-json.ts'
import { isThisMachine } from '../../../doors/this-machine.ts'
import { readActivity } from './activity.ts'
import { reportFailure, type Bot } from '../bot.ts'
import { classifyError } from '../send/classify-error.ts'
import type { Reply } from './submissions.ts'
import { listen } from './listen.ts'
import { isFromThisMachine } from './local.ts'
import { KeysAwayError, NotVerifiedError, type Verified } from './verify.ts'

export const endpoint = '/api/messages'

/** The longest form at its fullest is a tenth of it. */
const bytesMax = 512 * 1024

type Doors = { readonly verified?: Verified; readonly unverified?: Verified }

export const inbound =
  (bot: Bot, doors: Doors): RequestListener =>
  (request, response) => {
    answer(bot, doors, request)
      .catch((error: unknown): Reply => {
        bot.log.error('teams-request-failed', classifyError(error))
        return { status: 500 }
      })
      .then((reply) => end(request, response, reply))
      .catch(() => response.destroy())
  }

async function answer(bot: Bot, doors: Doors, request: IncomingMessage): Promise<Reply> {
  const { method, url = '', headers } = request
  if (new URL(url, 'http://localhost').pathname !== endpoint) return { status: 404 }
  if (method !== 'POST') return { status: 405 }
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return { status: 415 }
  const { authorization } = headers
  const local = doors.unverified !== undefined && authorization === undefined && isFromThisMachine(request)
  const door = local ? doors.unverified : authorization === undefined ? undefined : doors.verified
  if (!door) return { status: 401 }

  const body = await readBody(bytesMax, request)
  if (body === undefined) return { status: 413 }
  const activity = readJson(body.toString())
  const heard = readActivity(activity, local)
  if (!heard || (local && !isThisMachine(heard.conversation.serviceUrl))) return { status: 400 }
  let reply: Reply = { status: 200 }
  try {
    await door(authorization ?? '', activity, async () => {
      reply = await listen(bot, heard)
    })
    return reply
  } catch (error) {
    if (error instanceof NotVerifiedError) {
      bot.log.warn('teams-token-refused')
      return { status: 401 }
    }
    if (error instanceof KeysAwayError) {
      bot.log.warn('teams-keys-away')
      return { status: 503 }
    }
    reportFailure(bot, heard, heard.activity.type, error)
    return { status: 500 }
  }
}

/** What is left of a request that nobody wants is not waited for. */
function end(request: IncomingMessage, response: ServerResponse, { status, body }: Reply): void {
  if (!request.complete) response.setHeader('connection', 'close')
  request.resume()
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
