/**
 * What Slack allows an app that is distributed outside its marketplace: one look into the history in a minute, of few
 * messages. docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
 */
export type HistoryBudget = {
  /** How many messages one look may ask for. */
  readonly messages: number
  /** Whether one more look is allowed now, by this method; it is taken for made. */
  take(method: 'history' | 'replies'): boolean
}

const everyMs = 60_000

/** For one workspace. `instant` counts milliseconds from any start. */
export function createHistoryBudget(instant: () => number = () => performance.now()): HistoryBudget {
  const last = new Map<string, number>()
  return {
    messages: 15,
    take(method) {
      const at = instant()
      const before = last.get(method)
      if (before !== undefined && at - before < everyMs) return false
      last.set(method, at)
      return true
    },
  }
}
