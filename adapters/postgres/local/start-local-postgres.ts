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
import { startServer, stopServer } from './server.ts'
import { whyNot } from './why-not.ts'

export type LocalPostgres = { readonly url: string; readonly stop: () => Promise<void> }

export type LocalPostgresNeeds = {
  readonly dataDir: string
  readonly log: Log
  /** How long a copy that is just stopping may keep the folder; five seconds unless told. */
  readonly patienceMs?: number
  /** For throw-away clusters of tests: quick, and lost when the machine goes down. */
  readonly careless?: boolean
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
}: LocalPostgresNeeds): Promise<LocalPostgres> {
  const folder = dataFolder(dataDir)
  await prepareFolder(folder)
  const binaries = await postgresBinaries()
  const lock = await lockFolder(folder, patienceMs).catch((error: unknown) => {
    throw whyNot(error, folder)
  })
  try {
    if (await makeCluster(folder, binaries, careless)) log.info('local-postgres-made')
    const url = await served(folder, binaries, log, [...(careless ? carelessly : []), ...settings])
    return {
      url,
      stop: once(() => stopServer(folder, binaries, careless ? 'immediate' : 'fast').finally(lock.release)),
    }
  } catch (error) {
    await lock.release()
    throw whyNot(error, folder)
  }
}

async function served(folder: DataFolder, binaries: Binaries, log: Log, settings: readonly string[]): Promise<string> {
  const running = await afterStopping(folder)
  if (running) log.info('local-postgres-taken-over', { pid: running.pid })
  const port =
    running?.port ?? (await startServer(folder, binaries, settings.map((setting) => `-c ${setting}`).join(' ')))
  try {
    const url = await openedAt(port, folder)
    log.info('local-postgres-ready', { port })
    return url
  } catch (error) {
    await stopServer(folder, binaries, 'fast')
    throw error
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
