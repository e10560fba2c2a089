/**
 * `npm run bench`: from a command being sent until its form reaches Slack, beside a bare Bolt app that opens the same
 * form without a database, in the same run on the same machine.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { findHighestRate, type Found } from './find-highest-rate.ts'
import { startBareBolt, startSlackUnderLoad, startUnstuck, type Running } from './processes.ts'
import { sendAtRate, sendCommand } from './send-at-rate.ts'

/** Our rate over bare Bolt's. */
const goal = 0.7
/** Of each measurement, in addition to the warming up. */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 2)

const slack = await startSlackUnderLoad()
const running = [slack]
try {
  const unstuck = await startUnstuck(slack)
  running.unshift(unstuck)
  const view = await firstView(unstuck)
  const bare = await startBareBolt(slack, view)
  running.unshift(bare)
  for (const bot of [unstuck, bare]) await sendAtRate(bot, slack, 50, 4)
  const [ours, theirs] = await inTurns(unstuck, bare)

  print('Unstuck', ours)
  print('Bare Bolt', theirs)
  const ratio = ours.highest / theirs.highest
  console.log(`The form has ${view.length} characters as JSON.`)
  console.log(`Highest rate with p99 under 1 s: Unstuck ${ours.highest}/s, bare Bolt ${theirs.highest}/s.`)
  console.log(`Ratio ${ratio.toFixed(2)} (goal ${goal}): ${ratio >= goal ? 'reached' : 'not reached'}.`)
} finally {
  for (const each of running) await each.stop()
}

/** One after the other and again, the better of each: what else the machine does meanwhile then counts for both. */
async function inTurns(one: Running, other: Running): Promise<readonly [Found, Found]> {
  let best: readonly [Found, Found] | undefined
  for (let round = 0; round < rounds; round += 1) {
    const found = [await findHighestRate(one, slack, seconds), await findHighestRate(other, slack, seconds)] as const
    best = best ? [better(best[0], found[0]), better(best[1], found[1])] : found
  }
  if (!best) throw new RangeError('BENCH_ROUNDS: 1 at least')
  return best
}

function better(one: Found, other: Found): Found {
  return other.highest > one.highest ? other : one
}

/** The form that our bot opens, so that the other opens one of the same size. */
async function firstView(bot: Running): Promise<string> {
  sendCommand(bot.port)
  for (let n = 0; n < 100; n += 1) {
    const response = await fetch(`http://127.0.0.1:${slack.port}/view`)
    const { view } = (await response.json()) as { readonly view: string }
    if (view !== '') return view
    await sleep(50)
  }
  throw new Error('Unstuck opened no form for /stuck-case')
}

function print(name: string, { measured }: Found): void {
  console.log(`\n${name}\n  commands/s     p50 ms     p99 ms    lost %`)
  for (const { rate, p50, p99, lost } of measured) {
    const cells = [rate.toString(), shown(p50), shown(p99), (lost * 100).toFixed(1)]
    console.log(`  ${cells.map((cell) => cell.padStart(10)).join(' ')}`)
  }
  console.log('')
}

function shown(ms: number): string {
  return Number.isFinite(ms) ? ms.toFixed(1) : 'never'
}
