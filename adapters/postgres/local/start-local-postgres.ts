/** A PostgreSQL of our own under the data folder, for anybody who has none. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../../src/ports/log.ts'
import { postgresBinaries, type Binaries } from './binaries.ts'
import { CannotStartError } from '../../../doors/cannot-start.ts'
import { openedAt } from './connect.ts'
import { dataFolder, prepareFolder, type DataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { makeCluster } from './make-cluster.ts'
import { runningPostmaster } from './postmaster.ts'
import { keepPort, startServer, stopServer } from './server.ts'
import { watchServer } from './watch-server.ts'
import { whyNot } from './why-not.ts'

export type LocalPostgres = {
  readonly url: string
  /** Why it does not serve now, as a sentence. */
  readonly wrong?: () => string | undefined
  readonly stop: () => Promise<void>
}

export type LocalPostgresNeeds = {
  readonly dataDir: string
  readonly log: Log
  /** How long a copy that is just stopping may keep the folder; five seconds unless told. */
  readonly patienceMs?: number
  /** For throw-away clusters of tests: quick, and lost when the machine goes down. */
  readonly careless?: boolean
  /** How often it is looked after; every two seconds unless told. */
  readonly watchEveryMs?: number
  /** Settings of PostgreSQL beside these, such as `jit=off`. */
  readonly settings?: readonly string[]
}

/**
 * A real PostgreSQL of our own, made at the first start, repaired after a kill, taken over if it outlived us.
 *
 * @throws CannotStartError with a sentence for the person at the terminal
 */
export async function startLocalPostgres({
  dataDir,
  log,
  careless = false,
  settings = [],
  patienceMs = 5_000,
  watchEveryMs,
}: LocalPostgresNeeds): Promise<LocalPostgres> {
  const folder = dataFolder(dataDir)
  await prepareFolder(folder)
  const binaries = await postgresBinaries()
  const lock = await lockFolder(folder, patienceMs).catch((error: unknown) => {
    throw whyNot(error, folder)
  })
  try {
    if (await makeCluster(folder, binaries, careless)) log.info('local-postgres-made')
    const options = [...(careless ? carelessly : []), ...settings]
    const { url, port } = await served(folder, binaries, log, options)
    const watched = watchServer(folder, () => startAgain(folder, binaries, optionsOf(options), port), log, watchEveryMs)
    return {
      url,
      wrong: watched.wrong,
      stop: once(async () => {
        await watched.stop()
        await stopServer(folder, binaries, careless ? 'immediate' : 'fast').finally(lock.release)
      }),
    }
  } catch (error) {
    await lock.release()
    throw whyNot(error, folder)
  }
}

async function served(folder: DataFolder, binaries: Binaries, log: Log, settings: readonly string[]) {
  const running = await afterStopping(folder)
  if (running) log.info('local-postgres-taken-over', { pid: running.pid })
  const port = running?.port ?? (await startServer(folder, binaries, optionsOf(settings)))
  try {
    const url = await openedAt(port, folder)
    log.info('local-postgres-ready', { port })
    return { url, port }
  } catch (error) {
    await stopServer(folder, binaries, 'fast')
    throw error
  }
}

const optionsOf = (settings: readonly string[]): string => settings.map((setting) => `-c ${setting}`).join(' ')

/**
 * Everybody here knows its address, so it serves there or not at all. It is not waited for beyond its start: if it ended again
 * meanwhile, the next look sees that.
 */
async function startAgain(folder: DataFolder, binaries: Binaries, options: string, port: number): Promise<void> {
  const found = await startServer(folder, binaries, options)
  if (found !== port) {
    await stopServer(folder, binaries, 'fast')
    await keepPort(folder, port)
    throw new CannotStartError(`Something else is using port ${port}, where the local PostgreSQL has to be.`)
  }
}

/** A server that is going away cannot be taken over; it is waited for. */
async function afterStopping(folder: DataFolder) {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 100) {
    const running = await runningPostmaster(folder)
    if (!running?.stopping) return running
    await pause(100)
  }
  throw new CannotStartError(
    `The PostgreSQL in ${folder.path} is taking more than a minute to stop. Its log is ${folder.log}.`,
  )
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => (stopped ??= stop())
}

const carelessly = ['fsync=off', 'full_page_writes=off', 'max_connections=300']
