/** Starts the process, and drains it when it is told to stop. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStartError } from '../doors/cannot-start.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { within } from '../doors/within.ts'
import { safeError } from '../adapters/telemetry/safe-error.ts'
import { compose } from './wiring/compose.ts'
import { loadConfig } from './config/load-config.ts'
import { inventChildren } from './wiring/invent-children.ts'
import { closed, listening } from './wiring/listening.ts'
import { openResources } from './wiring/open-resources.ts'

/** What was started, in order; it is closed the other way round. */
const started: (() => Promise<void>)[] = []

async function start(): Promise<void> {
  const config = await loadConfig(process.env)
  const log = createLog(config.logLevel)
  const { world, note, close } = await openResources(config, log)
  started.push(close)
  if (note !== undefined) process.stdout.write(`${note}\n`)
  const product = await compose(world)
  started.push(() => product.drain())
  if (world.movable) await inventChildren(world)
  const server = createServer(product.listener)
  await listening(server, config.port, config.host)
  started.push(() => closed(server))
  const { port } = server.address() as AddressInfo
  if (world.movable) process.stdout.write(`\nUnstuck is running. Open http://localhost:${port} to try it.\n\n`)
  log.info('started', { port, role: config.role })
}

async function stop(): Promise<void> {
  for (let close = started.pop(); close; close = started.pop()) await close()
}

function failed(error: unknown): void {
  process.stderr.write(
    error instanceof CannotStartError ? `${error.message}\n` : `${JSON.stringify(safeError(error))}\n`,
  )
}

const starting = start()
let stopping: Promise<never> | undefined

/** Longer than a call to a platform may take, and less than Kubernetes waits before it kills: what hangs is left to others. */
const stopMs = 28_000

/** Told to stop in the middle of the start, it ends the start first: half a start cannot be closed. */
async function end(): Promise<never> {
  const exitCode = await starting.then(
    () => 0,
    () => 1,
  )
  await within(stopMs, stop()).catch((error: unknown) => {
    failed(error)
    process.exit(1)
  })
  process.exit(exitCode)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void (stopping ??= end()))
// Started by `npm start`: its end, even by SIGKILL, closes this channel.
process.on('disconnect', () => void (stopping ??= end()))
starting.catch((error: unknown) => {
  failed(error)
  stopping ??= end()
})
