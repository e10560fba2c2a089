/** What a text holds as JSON; undefined if it is not JSON text: the sender's mistake, not our failure. */
export function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
