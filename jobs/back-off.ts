/** How long a message waits after an attempt that failed: retries belong to the outbox, not to the queue. */

const second = 1_000
const minute = 60 * second

const waits = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute]
/** A child may be in danger: try every minute until it has gone. */
const longestUrgent = minute

/** `attempts` counts the one that just failed. */
export function backOffMs(attempts: number, urgent: boolean): number {
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? 5 * second
  return urgent ? Math.min(wait, longestUrgent) : wait
}
