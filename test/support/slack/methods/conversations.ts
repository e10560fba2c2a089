import { optionalText, textArgument, truth, type Arguments } from '../arguments.ts'
import { directMessage, findConversation } from '../conversations.ts'
import { SlackError } from '../slack-error.ts'
import { findMessage } from '../messages.ts'
import type { Conversation, Message, Workspace } from '../state.ts'
import { asPosted } from '../as-posted.ts'
import type { Method } from './method.ts'

export const conversationsOpen: Method = {
  scopes: ['im:write'],
  run: ({ workspace }, args) => {
    const users = textArgument(args, 'users').split(',')
    const [user] = users
    if (users.length !== 1 || user === undefined) throw new SlackError('invalid_arguments', ['one user at a time here'])
    const already = workspace.directMessages.has(user)
    const { id } = directMessage(workspace, user)
    return { channel: { id }, ...(already && { already_open: true, no_op: true }) }
  },
}

export const conversationsInfo: Method = {
  scopes: ['im:read', 'channels:read', 'groups:read'],
  run: ({ workspace }, args) => {
    const conversation = findConversation(workspace, textArgument(args, 'channel'))
    return { channel: { id: conversation.id, is_im: true, user: conversation.user, context_team_id: workspace.team } }
  },
}

export const conversationsHistory: Method = {
  scopes: ['im:history'],
  run: ({ workspace }, args) => {
    const conversation = findConversation(workspace, textArgument(args, 'channel'))
    return paged(workspace, between(conversation, args).filter(isInConversation).reverse(), args)
  },
}

/** The root itself and what lies under it, oldest first. */
export const conversationsReplies: Method = {
  scopes: ['im:history'],
  run: ({ workspace }, args) => {
    const conversation = findConversation(workspace, textArgument(args, 'channel'))
    const root = textArgument(args, 'ts')
    if (!findMessage(conversation, root)) throw new SlackError('thread_not_found')
    const inThread = between(conversation, args).filter(({ ts, thread }) => ts === root || thread === root)
    return paged(workspace, inThread, args)
  },
}

const isInConversation = ({ thread, broadcast }: Message): boolean => thread === undefined || broadcast === true

function paged(workspace: Workspace, wanted: readonly Message[], args: Arguments) {
  const limit = Math.min(Number(optionalText(args, 'limit') ?? 100), 999)
  const from = Number(optionalText(args, 'cursor') ?? 0)
  const page = wanted.slice(from, from + limit)
  const more = wanted.length > from + limit
  return {
    messages: page.map((message) => asPosted(workspace, message, truth(args, 'include_all_metadata'))),
    has_more: more,
    pin_count: 0,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  }
}

function between({ messages }: Conversation, args: Readonly<Record<string, unknown>>): Message[] {
  const oldest = Number(args['oldest'] ?? 0)
  const latest = Number(args['latest'] ?? Infinity)
  const inclusive = truth(args, 'inclusive')
  return messages.filter(({ ts, deleted }) => {
    const at = Number(ts)
    return !deleted && (inclusive ? at >= oldest && at <= latest : at > oldest && at < latest)
  })
}
