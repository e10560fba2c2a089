/** Microsoft's side of the bot's door: an activity with a token, and as much patience as Teams has. */
import type { Activity } from './activities.ts'

export type Reply = {
  /** 0 when no answer came as long as Teams waits, or none at all. */
  readonly status: number
  readonly text: string
  /** The answer to an invoke, where there is one. */
  readonly body: unknown
  readonly ms: number
  /** What was sent, so that it can be sent again, or from elsewhere. */
  readonly sent: Activity
}

export async function send(
  url: string,
  activity: Activity,
  token: string | undefined,
  patienceMs: number,
): Promise<Reply> {
  const start = performance.now()
  const elapsed = () => Math.round(performance.now() - start)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(activity),
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await response.text()
    return { status: response.status, text, body: jsonOf(text), ms: elapsed(), sent: activity }
  } catch {
    return { status: 0, text: '', body: undefined, ms: elapsed(), sent: activity }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
