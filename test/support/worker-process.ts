import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { toRun } from './compiled.ts'

type Given = {
  readonly databaseUrl: string
  readonly platformUrl: string
  readonly redisUrl?: string
  readonly callTimeoutMs?: number
}

/** A worker as a process of its own; stopped when the test has finished, if it still lives. */
export function startWorkerProcess({
  databaseUrl,
  platformUrl,
  redisUrl = '',
  callTimeoutMs = 500,
}: Given): ChildProcess {
  const child = spawn(process.execPath, toRun('test/faults/worker-process.ts'), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PLATFORM_URL: platformUrl,
      REDIS_URL: redisUrl,
      CALL_TIMEOUT_MS: String(callTimeoutMs),
    },
  })
  onTestFinished(() => end(child, 'SIGTERM'))
  return child
}

export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
