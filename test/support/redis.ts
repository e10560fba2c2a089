import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '../../doors/free-port.ts'
import { redisServer } from './found.ts'

export type TestRedis = { readonly url: string; readonly stop: () => Promise<void> }

/** A real Redis of this suite's own, empty, on a free port. */
export async function startRedis(): Promise<TestRedis> {
  if (!redisServer) throw new Error('no redis-server found: guard this suite with `describe.runIf(redisServer)`')
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-test-redis-'))
  const port = await freePort()
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  }
  const server = spawn(
    redisServer,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  )
  const killed = () => void server.kill('SIGKILL')
  process.once('exit', killed)
  const url = `redis://127.0.0.1:${port}`
  await answers(url)
  return {
    url,
    stop: async () => {
      process.off('exit', killed)
      const gone = once(server, 'exit')
      if (server.exitCode === null && server.kill('SIGTERM')) await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 200 })
  client.on('error', () => undefined) // it is only starting
  await client.ping()
  client.disconnect()
}
