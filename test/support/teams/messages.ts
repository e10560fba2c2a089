import type { Content } from './posted.ts'
import { nextChange, nextId, type Conversation, type Message, type TeamsState } from './state.ts'

export function addMessage(
  state: TeamsState,
  conversation: Conversation,
  { text, summary, card }: Content,
  byBot: boolean,
): Message {
  const message: Message = {
    id: nextId(state),
    conversation: conversation.id,
    byBot,
    text,
    summary,
    card,
    cardFor: new Map(),
    edited: false,
    deleted: false,
    seen: nextChange(state),
  }
  conversation.messages.push(message)
  return message
}

/** What somebody saw of their own gives way to what everybody sees. */
export function rewrite(state: TeamsState, message: Message, content: Content): void {
  Object.assign(message, content)
  message.cardFor.clear()
  message.edited = true
  message.seen = nextChange(state)
}
