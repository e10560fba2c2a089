/** Starts the local PostgreSQL again where it has ended by itself, as after a kill or a full disk. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../../src/ports/log.ts'
import type { DataFolder } from './data-folder.ts'
import { runningPostmaster } from './postmaster.ts'
import { whyNot } from './why-not.ts'

export type Watched = {
  /** Why there is no database now, as a sentence; nothing while it serves. */
  readonly wrong: () => string | undefined
  readonly stop: () => Promise<void>
}

const usuallyEveryMs = 2_000
/** What does not last, or does not start, is started less and less often, so that it fills neither the log nor the machine. */
const longestMs = 60_000
/** It has recovered: the next time is the first again. */
const lastsMs = 10 * 60_000

export function watchServer(
  folder: DataFolder,
  startAgain: () => Promise<void>,
  log: Log,
  everyMs = usuallyEveryMs,
): Watched {
  const ending = new AbortController()
  let wrong: string | undefined
  let [waitMs, startAt] = [everyMs, 0]

  async function watch(): Promise<void> {
    for (;;) {
      await pause(everyMs, undefined, { signal: ending.signal, ref: false })
      // A folder that cannot be looked into has none: why not is said when it is started.
      const serves = (await runningPostmaster(folder).catch(() => undefined)) !== undefined
      if (serves) wrong = undefined
      if (serves && Date.now() - startAt > lastsMs) waitMs = everyMs
      if (!serves && Date.now() >= startAt) await repair()
    }
  }

  async function repair(): Promise<void> {
    try {
      await startAgain()
      log.warn('local-postgres-started-again')
    } catch (error) {
      const [why = ''] = whyNot(error, folder).message.split('\n', 1)
      wrong = `The local PostgreSQL has ended. ${why} It is tried again at least once a minute.`
      log.error('local-postgres-does-not-start', error)
    }
    startAt = Date.now() + waitMs
    waitMs = Math.min(waitMs * 2, longestMs)
  }

  const watching = watch().catch((error: unknown) => {
    if (!ending.signal.aborted) log.error('local-postgres-unwatched', error)
  })
  return {
    wrong: () => wrong,
    async stop() {
      ending.abort()
      await watching
    },
  }
}
