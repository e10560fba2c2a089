/** Socket Mode: we call Slack and hold the line, so that no door has to be opened inwards. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SocketModeReceiver, type Logger } from '@slack/bolt'
import type { Calls } from '../../../doors/last-call.ts'
import { within } from '../../../doors/within.ts'
import type { Log } from '../../../src/ports/log.ts'
import { codeOf } from '../send/classify-error.ts'

/** Bolt's own way to connect again ends the process when Slack refuses; ours goes on trying. */
export function createSocket({ appToken, apiUrl, logger }: { appToken: string; apiUrl?: string; logger: Logger }) {
  return new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      },
    },
  })
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** How long Slack may take to say goodbye. */
const farewellMs = 2_000

export type Line = {
  /** Resolves at once: the process serves others while Slack is away. */
  start(): void
  stop(): Promise<void>
}

type Held = { readonly name: string; readonly calls: Calls; readonly log: Log }

export function holdLine(receiver: SocketModeReceiver, { name, calls, log }: Held): Line {
  const stopping = new AbortController()
  const { signal } = stopping
  const isStopping = (): boolean => signal.aborted
  let holding: Promise<void> = Promise.resolve()

  async function hold(): Promise<void> {
    let pauseMs = firstPauseMs
    while (!isStopping()) {
      const hungUp = new Promise<void>((resolve) => receiver.client.once('disconnected', resolve))
      try {
        await calls.note(receiver.start())
        pauseMs = firstPauseMs
        if (isStopping()) await receiver.client.disconnect()
        await hungUp
      } catch (error) {
        log.warn('slack-line-not-held', { app: name, code: codeOf(error) })
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
    }
  }

  return {
    start() {
      holding = hold()
    },
    async stop() {
      stopping.abort()
      const farewell = receiver.client.disconnect().then(() => holding)
      await within(farewellMs, farewell, () => undefined)
    },
  }
}
