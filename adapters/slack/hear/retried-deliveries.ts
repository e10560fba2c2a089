/**
 * Slack sends again what it believes to be lost: newly signed, under the same trigger or event. The first one's work
 * and answer stand for both.
 */
import { recent } from './recent.ts'

/** Slack's last retry of an event comes some six minutes after the first attempt: docs.slack.dev/apis/events-api */
export const retriesOfEventsMs = 7 * 60_000
/** The answer to a form may hold what was typed into it, so it is not kept for longer than a network may stutter. */
export const retriesOfFormsMs = 30_000
const atMost = 20_000

export type Once = <Result>(key: string | undefined, work: () => Promise<Result>) => Promise<Result>

export function createRepeats(forMs: number): Once {
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
