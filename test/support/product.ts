/** The product as a user starts it: a process of its own, spoken to over http alone. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toRun } from './compiled.ts'
import { freePort } from '../../doors/free-port.ts'
import { scratchFolder } from './scratch.ts'
import type { Slack } from './slack/service.ts'
import type { Workspace } from './slack/state.ts'
import type { Teams } from './teams/service.ts'

export type Product = {
  readonly url: string
  readonly dataDir: string
  /** What the process has written so far, log lines and all. */
  output(): string
  /** Ends it as Ctrl-C in a terminal does, and waits. Resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Starts it again on the same folder and the same port. */
  startAgain(settings?: Settings): Promise<void>
  /** Starts another process on the same folder, which is expected to refuse; what it says then. */
  isRefused(settings: Settings): Promise<string>
  /** Runs a command of package.json as a user does in a second terminal, and resolves with what it prints. */
  run(script: string, ...args: string[]): Promise<string>
  /** Stops it and throws its folder away. */
  tearDown(): Promise<void>
}

export type Settings = Readonly<Record<string, string>>

/** A Monday morning in the demonstration, an hour into working hours. */
export const startOfTheDemonstration = '2026-09-07T09:30:00Z'

const root = join(import.meta.dirname, '..', '..')
const startWithinMs = 90_000

/** What npm would run: starting npm itself takes longer than most commands. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

export const slackSettings = (slack: Slack, { botToken }: Workspace): Settings => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_API_URL: slack.url,
})

export const teamsSettings = (teams: Teams): Settings => ({
  MicrosoftAppId: teams.appId,
  MicrosoftAppPassword: teams.appPassword,
  MicrosoftAppType: 'MultiTenant',
  ToBotFromChannelOpenIdMetadataUrl: teams.openIdMetadataUrl,
  ToBotFromChannelTokenIssuer: teams.tokenIssuer,
  ToChannelFromBotLoginUrl: teams.loginUrl,
})

export async function startProduct(settings: Settings = {}): Promise<Product> {
  const folder = scratchFolder('product')
  const dataDir = join(folder, 'data')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = environment({ PORT: String(port), DATA_DIR: dataDir, DEMO_CLOCK: startOfTheDemonstration, ...settings })
  let output = ''
  let child = start(env)

  function start(environment: NodeJS.ProcessEnv): ChildProcess {
    const started = spawn(process.execPath, toRun('bin/main.ts'), {
      cwd: root,
      env: environment,
    })
    const keep = (chunk: Buffer) => (output += chunk.toString())
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    return started
  }

  async function ready(): Promise<void> {
    const deadline = performance.now() + startWithinMs
    while (performance.now() < deadline && child.exitCode === null) {
      const response = await fetch(`${url}/ready`).catch(() => undefined)
      if (response?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await end(child, 'SIGKILL')
    await throwAway(folder, dataDir)
    throw new Error(`the product did not become ready:\n${output}`)
  }

  await ready()
  return {
    url,
    dataDir,
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    async startAgain(other = {}) {
      child = start({ ...env, ...other })
      await ready()
    },
    async isRefused(settings) {
      const options = { cwd: root, env: { ...env, ...settings } }
      const started = promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/main.ts'], options)
      return started.then(
        () => 'it started, and stopped by itself',
        (error: unknown) => String((error as { stderr?: unknown }).stderr),
      )
    },
    async run(script, ...args) {
      const file = scripts[script]?.replace('node --import tsx ', '') ?? `no ${script}`
      const { stdout } = await promisify(execFile)(process.execPath, [...toRun(file), ...args], { cwd: root, env })
      return stdout
    },
    async tearDown() {
      await end(child, 'SIGTERM')
      await throwAway(folder, dataDir)
    },
  }
}

/** A process that was killed leaves its PostgreSQL running, as it should: here nobody starts again. */
async function throwAway(folder: string, dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  if (existsSync(pidFile)) {
    const [pid] = readFileSync(pidFile, 'utf8').split('\n')
    try {
      process.kill(Number(pid), 'SIGINT')
    } catch {
      rmSync(pidFile)
    }
    while (existsSync(pidFile)) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Nothing of the tests' own environment decides how the product starts. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env
  return { PATH, HOME, LANG, LOG_LEVEL: 'info', ...settings }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return child.exitCode
}
