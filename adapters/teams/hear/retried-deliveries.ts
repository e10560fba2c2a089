/** Teams sends again what it believes to be lost, under the same id. The first one's work and answer stand for both. */
import { recent } from './recent.ts'

/** No answer to a message within fifteen seconds, and Teams sends it again: a few times at most. */
export const retriesMs = 5 * 60_000
/** The answer to a form may hold what was typed into it, so it is not kept for longer than a network may stutter. */
export const retriesOfFormsMs = 30_000
const atMost = 20_000

export type Once = <Result>(key: string | undefined, work: () => Promise<Result>) => Promise<Result>

export function createRepeats(forMs: number): Once {
  const begun = recent<Promise<unknown>>({ forMs, atMost })
  return <Result>(key: string | undefined, work: () => Promise<Result>) => {
    if (key === undefined) return work()
    const earlier = begun.get(key)
    if (earlier) return earlier as Promise<Result>
    const working = work()
    begun.set(key, working)
    return working
  }
}
