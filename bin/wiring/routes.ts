/** One port: probes, the doors of Slack and of Teams, and the pages, each by its path. */
import type { RequestListener } from 'node:http'
import express from 'express'
import { healthListener, type Probes } from '../../adapters/telemetry/health.ts'

export type Routes = {
  readonly probes: Probes
  readonly slack?: RequestListener
  readonly teams?: RequestListener
  /** The local workspace and its pages, in this order. */
  readonly pages: readonly express.RequestHandler[]
  /** What a browser gets where there are no pages. */
  readonly greeting: string
}

export function routes({ probes, slack, teams, pages, greeting }: Routes): RequestListener {
  const health = healthListener(probes)
  const app = express()
  app.disable('x-powered-by')
  for (const page of pages) app.use(page)
  app.use((_, response) => {
    response.status(404).type('text').send(`${greeting}\n`)
  })
  return (request, response) => {
    if (health(request, response)) return
    if (slack && request.url?.startsWith('/slack/')) {
      slack(request, response)
      return
    }
    if (teams && request.url?.startsWith('/api/')) {
      teams(request, response)
      return
    }
    app(request, response)
  }
}
