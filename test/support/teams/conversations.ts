import { createHash } from 'node:crypto'
import { TeamsError } from './teams-error.ts'
import type { Conversation, TeamsState, TeamsUser } from './state.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** The chat of a person with the bot, which is there for the bot once its app is installed. */
export function personalChat(state: TeamsState, { tenant, aadObjectId }: TeamsUser): Conversation {
  const id = `a:1${digest(`${tenant}/${aadObjectId}`)}`
  return keep(state, { id, tenant, type: 'personal', members: new Set([aadObjectId]) })
}

export function groupChat(state: TeamsState, tenant: string, name: string, members: readonly string[]): Conversation {
  const id = `19:${digest(`${tenant}/${name}`).slice(0, 32)}@thread.v2`
  return keep(state, { id, tenant, type: 'groupChat', members: new Set(members) })
}

export function channel(state: TeamsState, tenant: string, name: string, members: readonly string[]): Conversation {
  const id = `19:${digest(`${tenant}/${name}`).slice(0, 32)}@thread.tacv2`
  const team = `19:${digest(`${tenant}/${name}/team`).slice(0, 32)}@thread.tacv2`
  return keep(state, { id, tenant, type: 'channel', members: new Set(members), team })
}

type New = Pick<Conversation, 'id' | 'tenant' | 'type' | 'members'> & { readonly team?: string }

function keep(state: TeamsState, made: New): Conversation {
  const known = state.conversations.get(made.id)
  if (known) return known
  const conversation: Conversation = { ...made, bot: 'never', messages: [], sends: [] }
  state.conversations.set(made.id, conversation)
  return conversation
}

/** A conversation that the bot may speak in; a channel may be named with the thread in it. */
export function openTo(state: TeamsState, id: string): Conversation {
  const conversation = state.conversations.get(id.split(';')[0] ?? id)
  if (!conversation) throw new TeamsError(404, 'ConversationNotFound', 'Conversation not found.')
  if (conversation.bot === 'never')
    throw new TeamsError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  if (conversation.bot === 'blocked')
    throw new TeamsError(403, 'MessageWritesBlocked', 'Bot is not allowed to write in this conversation.')
  return conversation
}

/** Teams takes either of a person's two ids. */
export const userOf = (state: TeamsState, tenant: string, id: string): TeamsUser | undefined =>
  [...(state.tenants.get(tenant)?.users.values() ?? [])].find((user) => user.id === id || user.aadObjectId === id)
