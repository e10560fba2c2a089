/** Starts the process, and drains it when it is told to stop. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStartError } from '../adapters/postgres/local/cannot-start.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { compose } from './compose.ts'
import { readConfig } from './config.ts'
import { inventChildren } from './invent-children.ts'
import { openWorld } from './open-world.ts'

/** Requests that are in hand when we are told to stop may end; what hangs longer is cut. */
const drainRequestsMs = 5_000

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  const { config } = read
  const log = createLog(config.logLevel)
  const { world, close } = await openWorld(config, log)
  const product = await compose(world)
  if (world.movable) await inventChildren(world)
  const server = createServer(product.listener)
  await listening(server, config.port, config.host)
  const { port } = server.address() as AddressInfo
  if (world.movable) process.stdout.write(`\nUnstuck is running. Open http://localhost:${port} to try it.\n\n`)
  log.info('started', { port, role: config.role })

  let stopping = false
  async function stop(signal: string): Promise<void> {
    if (stopping) return
    stopping = true
    log.info('stopping', { signal })
    await closed(server)
    await product.drain()
    await close()
    log.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error('stop-failed', error)
        process.exit(1)
      })
    })
  // Started by `npm start`: its end, even by SIGKILL, closes this channel.
  process.on('disconnect', () => process.emit('SIGTERM'))
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStartError(`PORT: something else listens on ${port} already. Give another PORT.`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainRequestsMs).unref()
  })
}

main().catch((error: unknown) => {
  const sentence = error instanceof CannotStartError ? error.message : 'Unstuck could not start.'
  process.stderr.write(`${sentence}\n`)
  if (!(error instanceof CannotStartError)) console.error(error)
  process.exit(1)
})
