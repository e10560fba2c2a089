/** When something goes wrong, a page says so with a reference and nothing else; the log has the reference too. */
import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import type { Log } from '../../src/ports/log.ts'
import { pageTooLong } from './refuse.ts'
import type { Page, Show } from './show.ts'

/** Short enough to be read out on the phone. */
export const newReference = (): string => randomUUID().slice(0, 8)

export function pageFailed(show: Show, log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    show(res, undefined, pageOfFailure(error))
  }

  function pageOfFailure(error: unknown): Page {
    const status = statusOf(error)
    if (status === 413) return pageTooLong

    const reference = newReference()
    log.error('page-failed', error, { reference })
    return {
      template: 'failed.njk',
      title: 'Something went wrong',
      status: status ?? 500,
      data: { reference },
    }
  }
}

/** What Express's own readers of bodies and addresses put on an error that is the sender's. */
function statusOf(error: unknown): number | undefined {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}
