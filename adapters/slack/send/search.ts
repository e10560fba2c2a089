/** Looks for one of our messages by its marker. */
import type { Receipt } from '../../../src/ports/messenger.ts'
import type { InstalledApp } from '../install/installed-app.ts'

export const eventType = 'unstuck'
/** How far our clock and Slack's may be apart; a marker is unique, so looking further back costs nothing but pages. */
const skewMs = 5 * 60_000
/** A direct conversation with more than this many pages of a hundred since one lease is not one that we can search. */
const pagesMax = 20
const messagesOfPage = 100

export async function search(
  { api, budget }: InstalledApp,
  channel: string,
  marker: string,
  since: Date,
  /** Among the replies to this message; else in the conversation, which has of replies those alone that were said in it as well. */
  root?: string,
): Promise<Receipt | 'no' | 'unsure'> {
  const oldest = ((since.getTime() - skewMs) / 1000).toFixed(6)
  const limit = budget?.messages ?? messagesOfPage
  let cursor: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    if (budget?.take(root === undefined ? 'history' : 'replies') === false) return 'unsure'
    const part = { channel, oldest, limit, ...(cursor !== undefined && { cursor }) }
    const answer = root === undefined ? await api.history(part) : await api.replies({ ...part, ts: root })
    const found = answer.messages?.find(({ metadata }) => markerOf(metadata) === marker)
    if (found?.ts) return { way: 'slack', conversation: channel, message: found.ts }
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) return answer.has_more ? 'unsure' : 'no'
  }
  return 'unsure'
}

function markerOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown {
  const payload = metadata?.event_type === eventType ? metadata.event_payload : undefined
  return typeof payload === 'object' && payload !== null && 'marker' in payload ? payload.marker : undefined
}
