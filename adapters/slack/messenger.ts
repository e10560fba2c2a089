/** The port: direct messages to one person, each with a marker by which it can be found again. */
import type { Card } from '../../src/display/card.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger, Receipt } from '../../src/ports/messenger.ts'
import { UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { classifyError, codeOf } from './classify-error.ts'
import { renderCard, type SlackMessage } from './render-card.ts'
import type { SlackApi } from './web-api.ts'

const eventType = 'unstuck'
/** How far our clock and Slack's may be apart; a marker is unique, so looking further back costs nothing but pages. */
const skewMs = 5 * 60_000
/** A direct conversation with more than this many pages of a hundred since one lease is not one that we can search. */
const pagesMax = 20

export function createMessenger(api: SlackApi, accountOf: Messenger['accountOf']): Messenger {
  const conversations = new Map<string, string>()

  async function conversationWith({ user }: Account): Promise<string> {
    const kept = conversations.get(user)
    if (kept !== undefined) return kept
    const { channel } = await api.openConversation(user)
    if (!channel?.id) throw new Error('Slack opened a conversation without an id')
    conversations.set(user, channel.id)
    return channel.id
  }

  async function post(to: Account, card: Card, marker: string): Promise<Receipt> {
    const message = drawn(card)
    const kept = conversations.has(to.user)
    try {
      const conversation = await conversationWith(to)
      const { ts } = await api.post(conversation, message, { event_type: eventType, event_payload: { marker } })
      if (!ts) throw new Error('Slack posted a message without an id')
      return { platform: 'slack', conversation, message: ts }
    } catch (error) {
      if (codeOf(error) === 'channel_not_found') conversations.delete(to.user)
      if (codeOf(error) === 'channel_not_found' && kept) return post(to, card, marker)
      throw classifyError(error)
    }
  }

  async function find(to: Account, marker: string, since: Date): Promise<Receipt | 'no' | 'unsure'> {
    try {
      return await search(await conversationWith(to), marker, since)
    } catch (error) {
      const classified = classifyError(error)
      if (classified instanceof UndeliverableError || isForbidden(error)) return 'unsure'
      throw classified
    }
  }

  async function search(channel: string, marker: string, since: Date): Promise<Receipt | 'no' | 'unsure'> {
    const oldest = ((since.getTime() - skewMs) / 1000).toFixed(6)
    let cursor: string | undefined
    for (let page = 0; page < pagesMax; page += 1) {
      const answer = await api.history({ channel, oldest, ...(cursor !== undefined && { cursor }) })
      const found = answer.messages?.find(({ metadata }) => markerOf(metadata) === marker)
      if (found?.ts) return { platform: 'slack', conversation: channel, message: found.ts }
      cursor = answer.response_metadata?.next_cursor
      if (!cursor) return answer.has_more ? 'unsure' : 'no'
    }
    return 'unsure'
  }

  return { accountOf, post, find }
}

/** A card that Slack would refuse will be refused every time. */
function drawn(card: Card): SlackMessage {
  try {
    return renderCard(card)
  } catch (error) {
    throw new UndeliverableError('does-not-fit', { cause: error })
  }
}

/** The installation may not look into its own conversations: asking again will not help. */
const isForbidden = (error: unknown): boolean => ['missing_scope', 'not_in_channel'].includes(codeOf(error))

function markerOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown {
  const payload = metadata?.event_type === eventType ? metadata.event_payload : undefined
  return typeof payload === 'object' && payload !== null && 'marker' in payload ? payload.marker : undefined
}
