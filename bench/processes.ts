/** The processes that are measured, and the Slack that they talk to. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../doors/free-port.ts'

export type Running = { readonly port: number; stop(): Promise<void> }

const root = join(import.meta.dirname, '..')
const startWithinMs = 60_000

/** What the bots and the load must agree on. */
export const signingSecret = '0123456789abcdef0123456789abcdef'

const slackSettings = (slack: Running) => ({
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: `http://127.0.0.1:${slack.port}/api/`,
})

export const startSlackUnderLoad = (): Promise<Running> => startAndListen('bench/slack-under-load.ts', {})

export async function startBareBolt(slack: Running, view: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'unstuck-bench-'))
  const file = join(folder, 'view.json')
  writeFileSync(file, view)
  const running = await startAndListen('bench/bare-bolt.ts', { ...slackSettings(slack), VIEW_FILE: file, PORT: '0' })
  return { port: running.port, stop: () => running.stop().then(() => rmSync(folder, { recursive: true })) }
}

/** Unstuck as `npm start` runs it: one process for everything, on the PostgreSQL that it brings. */
export async function startUnstuck(slack: Running): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'unstuck-bench-'))
  const port = await freePort()
  const child = start('bin/main.ts', {
    ...slackSettings(slack),
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
  })
  await ready(child, port)
  return { port, stop: () => stop(child).then(() => rmSync(folder, { recursive: true, force: true })) }
}

function start(file: string, settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, NODE_ENV: '', ...settings }
  return spawn(process.execPath, ['--import', 'tsx', file], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function startAndListen(file: string, settings: Record<string, string>): Promise<Running> {
  const child = start(file, settings)
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      const said = /listening (\d+)/.exec(chunk.toString())?.[1]
      if (said !== undefined) resolve(Number(said))
    })
  })
  return { port, stop: () => stop(child) }
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + startWithinMs
  child.stdout?.resume()
  while (performance.now() < end && child.exitCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error('bin/main.ts did not become ready')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
