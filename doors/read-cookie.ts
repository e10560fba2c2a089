/** One cookie of a request, as it was written: nothing is decoded. */
import type { IncomingMessage } from 'node:http'

export function readCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const found = headers.cookie?.split('; ').find((cookie) => cookie.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}
