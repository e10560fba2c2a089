import type { Content } from './posted.ts'
import { nextChange, nextTs, type Conversation, type Message, type SlackState, type Workspace } from './state.ts'

export function addMessage(
  state: SlackState,
  workspace: Workspace,
  conversation: Conversation,
  content: Content,
  kind: 'lasting' | 'ephemeral' | 'typed' = 'lasting',
  under: Pick<Message, 'thread' | 'broadcast'> = {},
): Message {
  const message: Message = {
    ts: nextTs(state),
    user: conversation.user,
    team: workspace.team,
    channel: conversation.id,
    byBot: kind !== 'typed',
    ephemeral: kind === 'ephemeral',
    text: content.text,
    blocks: content.blocks ?? [],
    ...(content.metadata !== undefined && { metadata: content.metadata }),
    ...under,
    edited: false,
    deleted: false,
    seen: nextChange(state),
  }
  const history = kind === 'ephemeral' ? state.ephemerals : conversation.messages
  history.push(message)
  return message
}

/** Slack keeps a message's blocks and metadata when an update brings none (docs.slack.dev/reference/methods/chat.update). */
export function rewrite(state: SlackState, message: Message, content: Content): void {
  message.text = content.text
  if (content.blocks) message.blocks = content.blocks
  if (content.metadata !== undefined) message.metadata = content.metadata
  message.edited = true
  message.seen = nextChange(state)
}

export const findMessage = (conversation: Conversation, ts: string): Message | undefined =>
  conversation.messages.find((message) => message.ts === ts && !message.deleted)
