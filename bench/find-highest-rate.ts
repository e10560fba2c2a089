/** The highest arrival rate that a bot bears: first doubling, then halving the gap. */
import type { Running } from './processes.ts'
import { sendAtRate, type Measured } from './send-at-rate.ts'

/** What "bears" means: 99 of 100 people see the form within a second. */
const mostMs = 1000
const firstRate = 50
const highestRate = 6400
/** Halvings of the last gap: it is known to about a sixteenth of its rate. */
const halvings = 3

export type Found = { readonly highest: number; readonly measured: readonly Measured[] }

export async function findHighestRate(bot: Running, slack: Running, seconds: number): Promise<Found> {
  const measured: Measured[] = []
  const bears = async (rate: number): Promise<boolean> => {
    const result = await sendAtRate(bot, slack, rate, seconds)
    measured.push(result)
    return result.p99 < mostMs
  }

  let borne = 0
  let tried = firstRate
  while (tried <= highestRate && (await bears(tried))) {
    borne = tried
    tried *= 2
  }
  for (let n = 0; n < halvings && borne > 0; n += 1) {
    const middle = Math.round((borne + tried) / 2)
    if (await bears(middle)) borne = middle
    else tried = middle
  }
  return { highest: borne, measured: measured.sort((a, b) => a.rate - b.rate) }
}
