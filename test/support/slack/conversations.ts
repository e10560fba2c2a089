import { createHash } from 'node:crypto'
import { SlackError } from './slack-error.ts'
import type { Conversation, Workspace } from './state.ts'

/** The direct message between the bot and a person, opened when it is not yet. */
export function directMessage(workspace: Workspace, user: string): Conversation {
  const known = workspace.directMessages.get(user)
  if (known) return known
  const member = workspace.users.get(user)
  if (!member) throw new SlackError('user_not_found')
  if (member.deleted) throw new SlackError('user_disabled')
  const digest = createHash('sha256').update(`${workspace.team}/${user}`).digest('hex').slice(0, 9).toUpperCase()
  const opened = { id: `D0${digest}`, user, messages: [] }
  workspace.directMessages.set(user, opened)
  return opened
}

export function findConversation(workspace: Workspace, channel: string): Conversation {
  for (const conversation of workspace.directMessages.values()) if (conversation.id === channel) return conversation
  throw new SlackError('channel_not_found')
}

/** `chat.postMessage` also takes the id of a person. */
export const conversationFor = (workspace: Workspace, channel: string): Conversation =>
  workspace.users.has(channel) ? directMessage(workspace, channel) : findConversation(workspace, channel)
