/** A platform sends again what it believes to be lost: the first one's work and answer stand for both. */
import { recent } from './recent.ts'

/**
 * For how long the answer to a form is kept, in milliseconds: it may hold what was typed into the form, so no longer
 * than a network may stutter.
 */
export const retriesOfFormsMs = 30_000
const atMost = 20_000

/** `key`: that of the delivery; without one nothing is known of it, and the work is done. */
export type Once = <Result>(key: string | undefined, work: () => Promise<Result>) => Promise<Result>

/** `forMs`: how long after the first time a platform may still send again. */
export function oncePerDelivery(forMs: number): Once {
  const begun = recent<Promise<unknown>>({ forMs, atMost })
  return <Result>(key: string | undefined, work: () => Promise<Result>) => {
    if (!key) return work()
    const earlier = begun.get(key)
    if (earlier) return earlier as Promise<Result>
    const working = work()
    begun.set(key, working)
    return working
  }
}
