/**
 * How often a card may be drawn again: Slack allows some fifty calls of `chat.update` in a minute for each workspace, no matter who
 * makes them. Some of it is left for other processes. docs.slack.dev/apis/web-api/rate-limits (tier 3)
 */
const most = 40
const inMs = 60_000

/** How long one more call has to wait, in milliseconds; 0 where it may be made, and is counted. `instant` counts from any start. */
export function createUpdateBudget(instant: () => number = () => performance.now()): (workspace: string) => number {
  const made = new Map<string, number[]>()
  return (workspace) => {
    const at = instant()
    const lately = (made.get(workspace) ?? []).filter((one) => at - one < inMs)
    made.set(workspace, lately)
    const [first] = lately
    if (first !== undefined && lately.length >= most) return Math.ceil(first + inMs - at)
    lately.push(at)
    return 0
  }
}
