/** Slack's door: a plain request listener, the messenger, and how Slack last answered. */
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { App, HTTPReceiver } from '@slack/bolt'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Accounts } from '../../src/ports/accounts.ts'
import type { Answering } from '../../src/ports/answering.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { recogniseAccounts, type SlackUser } from './accounts.ts'
import type { Bot } from './bot.ts'
import { classifyError, codeOf } from './classify-error.ts'
import { listen } from './listen.ts'
import { findAccounts } from './find-account.ts'
import { createMessenger } from './messenger.ts'
import { quietLogger } from './quiet-logger.ts'
import { createRepeats, retriesOfEventsMs } from './repeats.ts'
import { createReplays } from './replays.ts'
import { createSlackApi, type Noted, type SlackApi } from './web-api.ts'

export const endpoint = '/slack/events'
/** A private answer that Slack does not take within this is given up: somebody waits for it. */
const respondMs = 5_000

export type SlackParts = {
  readonly botToken: string
  readonly signingSecret: string
  /** Another base address for the Web API. */
  readonly apiUrl?: string
  readonly partnership: () => Partnership
  readonly accounts: Accounts
  readonly answer: Answering
  readonly log: Log
}

export type Slack = {
  /** For `POST /slack/events`; answers 404 to anything else. */
  readonly listener: RequestListener
  readonly messenger: Messenger
  /** How Slack answered our last call; makes none. */
  readonly status: () => Noted
}

export function createSlack({
  botToken,
  signingSecret,
  apiUrl,
  partnership,
  accounts,
  answer,
  log,
}: SlackParts): Slack {
  const logger = quietLogger(log)
  const api = createSlackApi({ botToken, logger, ...(apiUrl !== undefined && { apiUrl }) })
  const replays = createReplays()
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [endpoint],
    logger,
    customPropertiesExtractor: (request) => {
      replays.genuine(request)
      return {}
    },
  })
  /** Nothing is asked of Slack here, so the process starts and serves others while Slack is away. */
  const app = new App({
    receiver,
    logger,
    authorize: () => Promise.resolve({ botToken }),
    tokenVerificationEnabled: false,
    ignoreSelf: false,
    convoStore: false,
    clientOptions: {
      fetch: (address, options) => fetch(address, { signal: AbortSignal.timeout(respondMs), ...options }),
    },
  })
  const failed = (error: unknown): void => log.error('slack-account-not-kept', classifyError(error))
  const personOf = recogniseAccounts({ accounts, partnership, userInfo: (user) => userInfo(api, user), failed })
  const bot: Bot = {
    api,
    answer,
    personOf,
    partnership,
    log,
    once: createRepeats(retriesOfEventsMs),
    newId: randomUUID,
  }
  const accountOf = findAccounts({ accounts, partnership, userWith: (address) => userWith(api, address) })
  listen(app, bot)

  return {
    listener: (request, response) => {
      if (!replays.begin(request)) {
        request.resume()
        response.writeHead(401).end()
        return
      }
      response.once('close', () => replays.end(request))
      try {
        receiver.requestListener(request, response)
      } catch {
        response.writeHead(404).end()
      }
    },
    messenger: createMessenger(api, accountOf),
    status: api.noted,
  }
}

/** Undefined for somebody whom Slack does not show to us: a member of another organisation in a shared channel. */
async function userInfo(api: SlackApi, user: string): Promise<SlackUser | undefined> {
  try {
    return (await api.userInfo(user)).user
  } catch (error) {
    if (['user_not_found', 'user_not_visible'].includes(codeOf(error))) return undefined
    throw error
  }
}

async function userWith(api: SlackApi, address: string): Promise<SlackUser | undefined> {
  try {
    return (await api.userWith(address)).user
  } catch (error) {
    if (['users_not_found', 'user_not_found', 'user_not_visible'].includes(codeOf(error))) return undefined
    throw classifyError(error)
  }
}
