/** A request's body, up to a limit. */
import type { IncomingMessage } from 'node:http'

/**
 * Undefined where it is longer than `bytesMax`, or says that it will be: what comes after that is not kept, and the
 * request stays open to be answered.
 */
export async function readBody(bytesMax: number, request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
