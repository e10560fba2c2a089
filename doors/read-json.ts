/** What a text holds as JSON; undefined where it is no text or no JSON, which a door takes for a mistake, not a failure. */
export function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
