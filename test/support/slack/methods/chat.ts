import { optionalText, textArgument, truth, type Arguments } from '../arguments.ts'
import { asPosted } from '../as-posted.ts'
import { conversationFor, findConversation } from '../conversations.ts'
import { addMessage, findMessage, rewrite } from '../messages.ts'
import { readContent } from '../posted.ts'
import { SlackError } from '../slack-error.ts'
import { nextChange, type Message } from '../state.ts'
import type { Caller, Method } from './method.ts'

export const postMessage: Method = {
  scopes: ['chat:write'],
  run: ({ state, workspace }, args) => {
    const conversation = conversationFor(workspace, textArgument(args, 'channel'))
    const content = readContent(state, 'chat.postMessage', args)
    const thread = optionalText(args, 'thread_ts')
    if (thread !== undefined && !findMessage(conversation, thread)) throw new SlackError('thread_not_found')
    const under = thread === undefined ? {} : { thread, broadcast: truth(args, 'reply_broadcast') }
    const message = addMessage(state, workspace, conversation, content, 'lasting', under)
    return { channel: conversation.id, ts: message.ts, message: asPosted(workspace, message, true) }
  },
}

export const postEphemeral: Method = {
  scopes: ['chat:write'],
  run: ({ state, workspace }, args) => {
    const conversation = conversationFor(workspace, textArgument(args, 'channel'))
    if (textArgument(args, 'user') !== conversation.user) throw new SlackError('user_not_in_channel')
    const content = readContent(state, 'chat.postEphemeral', args)
    return { message_ts: addMessage(state, workspace, conversation, content, 'ephemeral').ts }
  },
}

export const updateMessage: Method = {
  scopes: ['chat:write'],
  run: (caller, args) => {
    const message = ownMessage(caller, args, 'cant_update_message')
    rewrite(caller.state, message, readContent(caller.state, 'chat.update', args))
    return {
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: asPosted(caller.workspace, message, true),
    }
  },
}

export const deleteMessage: Method = {
  scopes: ['chat:write'],
  run: (caller, args) => {
    const message = ownMessage(caller, args, 'cant_delete_message')
    message.deleted = true
    message.seen = nextChange(caller.state)
    return { channel: message.channel, ts: message.ts }
  },
}

function ownMessage({ workspace }: Caller, args: Arguments, refusal: string): Message {
  const message = findMessage(findConversation(workspace, textArgument(args, 'channel')), textArgument(args, 'ts'))
  if (!message) throw new SlackError('message_not_found')
  if (!message.byBot) throw new SlackError(refusal)
  return message
}
