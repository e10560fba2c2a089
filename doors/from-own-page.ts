/** Whether a page of ours sent this: browsers say so in one of two ways, and a request that says nothing is refused. */
import type { IncomingMessage } from 'node:http'

/** `publicUrl`: where browsers find us, where something between them and us may have changed the host. */
export function isFromOwnPage({ headers }: IncomingMessage, publicUrl?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  return (
    new URL(origin).host === host || (publicUrl !== undefined && new URL(origin).origin === new URL(publicUrl).origin)
  )
}
