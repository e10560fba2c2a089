/** Bolt over one receiver: it asks nothing of Slack by itself, so the process starts and serves others while Slack is away. */
import { App, type HTTPReceiver, type Logger, type SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../src/ports/log.ts'
import type { BotIn } from './bot.ts'
import { listen } from './hear/listen.ts'

/** A private answer that Slack does not take within this is given up: somebody waits for it. */
const respondMs = 10_000

type Bolt = {
  readonly receiver: HTTPReceiver | SocketModeReceiver
  readonly botIn: BotIn
  readonly logger: Logger
  readonly log: Log
}

export function runBolt({ receiver, botIn, logger, log }: Bolt): void {
  const app = new App({
    receiver,
    logger,
    // Bolt's own client makes no calls; it wants to hear of a token all the same.
    ...(receiver.installer === undefined && { authorize: () => Promise.resolve({ botToken: 'not-used' }) }),
    tokenVerificationEnabled: false,
    ignoreSelf: false,
    convoStore: false,
    clientOptions: {
      fetch: (address, options) => fetch(address, { signal: AbortSignal.timeout(respondMs), ...options }),
    },
  })
  listen(app, botIn, log)
}
