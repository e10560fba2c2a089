/** Whether a page of ours sent this: browsers say so in one of two ways, and a request that says nothing is refused. */
import type { IncomingMessage } from 'node:http'

export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
