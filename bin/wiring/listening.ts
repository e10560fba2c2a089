/** Opens a server's port, and closes it without cutting off what is in hand. */
import type { Server } from 'node:http'
import { CannotStartError } from '../../doors/cannot-start.ts'

/** Requests that are in hand when we are told to stop may end; what hangs longer is cut. */
const drainRequestsMs = 5_000

export function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStartError(`PORT: something else is already using ${port}. Give another PORT.`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainRequestsMs).unref()
  })
}
