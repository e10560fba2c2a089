/** The address that comes with a command or a press: five answers within half an hour. */
import { randomBytes } from 'node:crypto'
import type { Arguments } from './arguments.ts'
import { directMessage, findConversation } from './conversations.ts'
import { addMessage, rewrite } from './messages.ts'
import { readContent } from './posted.ts'
import { SlackError } from './slack-error.ts'
import { nextChange, type Message, type ResponseUrl, type SlackState } from './state.ts'

/** docs.slack.dev/interactivity/handling-user-interaction: "up to 5 times within 30 minutes". */
const mostUses = 5
const lifetimeMs = 30 * 60_000

export type Origin = {
  readonly team: string
  readonly user: string
  readonly channel: string
  /** The message whose button was pressed. */
  readonly original?: Message
}

export function createResponseUrl(state: SlackState, { team, user, channel, original }: Origin): string {
  const key = randomBytes(12).toString('hex')
  state.responseUrls.set(key, { team, user, channel, original, madeAt: Date.now(), uses: 0 })
  return `${state.origin}/respond/${key}`
}

/** `undefined` when the address is unknown, used up or too old. */
export function answerResponseUrl(state: SlackState, key: string, args: Arguments): 'ok' | undefined {
  const url = state.responseUrls.get(key)
  if (!url || url.uses >= mostUses || Date.now() - url.madeAt > lifetimeMs) return undefined
  url.uses += 1
  state.calls.push({ method: 'response_url', team: url.team, args, at: Date.now(), answer: { ok: true } })
  apply(state, url, args)
  return 'ok'
}

function apply(state: SlackState, url: ResponseUrl, args: Arguments): void {
  const { original } = url
  if (args['delete_original'] === true) {
    if (!original) return
    original.deleted = true
    original.seen = nextChange(state)
    return
  }
  const content = readContent(state, 'response_url', args)
  const replaces =
    args['replace_original'] === true || (original?.ephemeral === true && args['replace_original'] !== false)
  if (replaces && original) {
    rewrite(state, original, content)
    return
  }
  const workspace = state.workspaces.get(url.team)
  if (!workspace) throw new SlackError('invalid_auth')
  const conversation = url.channel.startsWith('D')
    ? findConversation(workspace, url.channel)
    : directMessage(workspace, url.user)
  addMessage(state, workspace, conversation, content, args['response_type'] === 'in_channel' ? 'lasting' : 'ephemeral')
}
