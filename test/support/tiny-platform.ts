/** The smallest chat platform: it keeps what it accepted, can be asked by marker, and fails in the ways that real ones do. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

export type Post = { readonly user: string; readonly marker: string; readonly title: string; readonly lines: number }

/** What it does with the next posts; `looking` says the same of look-ups. */
export type Mood =
  | 'well'
  /** Accepts, and never answers. */
  | 'silent'
  /** Accepts, and loses the connection. */
  | 'lost-answer'
  | 'too-fast'
  | 'down'
  | 'gone'

export type TinyPlatform = {
  readonly url: string
  readonly posts: readonly Post[]
  /** How often it was asked to post, whatever became of it. */
  readonly asked: () => number
  mood: Mood
  /** How long it takes to answer a post that it took. */
  delayMs: number
  /** Whether it can say what it holds. */
  knows: boolean
  close(): Promise<void>
}

export const retryAfterMs = 7_000

export async function startTinyPlatform(): Promise<TinyPlatform> {
  const posts: Post[] = []
  let asked = 0
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const platform: TinyPlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    asked: () => asked,
    mood: 'well',
    delayMs: 0,
    knows: true,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown = {}) => response.writeHead(status).end(JSON.stringify(body))
    if (request.method === 'GET') {
      const marker = new URL(request.url ?? '', platform.url).searchParams.get('marker')
      if (platform.mood === 'down') return void reply(503)
      const index = posts.findIndex((post) => post.marker === marker)
      return void reply(200, { found: platform.knows ? (index < 0 ? 'no' : String(index)) : 'unsure' })
    }
    asked++
    const post = JSON.parse(await bodyOf(request)) as Post
    if (platform.mood === 'down') return void reply(503)
    if (platform.mood === 'gone') return void reply(410)
    if (platform.mood === 'too-fast') return void reply(429)
    posts.push(post)
    if (platform.mood === 'lost-answer') return void request.socket.destroy()
    if (platform.mood === 'silent') return
    const message = String(posts.length - 1)
    await setTimeout(platform.delayMs)
    reply(200, { message })
  }

  return platform
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
  return body
}
