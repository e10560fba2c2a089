/** Commands at a fixed rate, whatever the bot does with them, and how long each took until its view reached Slack. */
import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { instant } from './instant.ts'
import { signingSecret, type Running } from './processes.ts'

export type Measured = {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  /** Share of the commands whose view never came. */
  readonly lost: number
}

/** The people of the demonstration, as the local Slack knows their addresses. */
const people = ['practitioner', 'social.worker', 'health.lead', 'police.lead', 'school.lead', 'chair', 'iro']

/** Views that come later than this count as lost; Slack itself has given up after three seconds. */
const patienceMs = 3000

const agent = new Agent({ keepAlive: true, maxSockets: 512 })
let sent = 0

/**
 * `rate` in commands a second. A command's time runs from the moment at which it was due, so that a load that falls
 * behind is not flattered.
 */
export async function sendAtRate(bot: Running, slack: Running, rate: number, seconds: number): Promise<Measured> {
  const due = new Map<string, number>()
  const start = instant() + 50
  const count = Math.round(rate * seconds)
  for (let n = 0; n < count; n += 1) {
    const at = start + (n * 1000) / rate
    const early = at - instant()
    if (early > 1) await sleep(early)
    due.set(sendCommand(bot.port), at)
  }
  const took: number[] = []
  const deadline = instant() + patienceMs
  while (took.length < count && instant() < deadline) {
    await sleep(50)
    for (const { trigger, at } of await receivedBy(slack)) {
      const dueAt = due.get(trigger)
      if (dueAt !== undefined) took.push(at - dueAt)
    }
  }
  const sorted = took.sort((a, b) => a - b)
  const missing = Array.from({ length: count - sorted.length }, () => Infinity)
  const all = [...sorted, ...missing]
  return { rate, p50: percentile(all, 50), p99: percentile(all, 99), lost: missing.length / count }
}

type Received = { readonly trigger: string; readonly at: number }

const receivedBy = async (slack: Running): Promise<readonly Received[]> =>
  (await (await fetch(`http://127.0.0.1:${slack.port}/received`)).json()) as readonly Received[]

const percentile = (sorted: readonly number[], of: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * of) / 100) - 1)] ?? Infinity

/** Returns the trigger by which its view will be known. */
export function sendCommand(port: number): string {
  sent += 1
  const trigger = `bench.${sent}`
  const user = people[sent % people.length] ?? ''
  const body = new URLSearchParams({
    token: 'none',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'D0BENCH',
    channel_name: 'directmessage',
    user_id: user,
    user_name: user,
    command: '/stuck-case',
    text: '',
    api_app_id: 'A0UNSTUCK',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/none',
    trigger_id: trigger,
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  const call = request({
    agent,
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/slack/events',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    },
  })
  call.on('response', (response) => response.resume())
  call.on('error', () => undefined)
  call.end(body)
  return trigger
}
