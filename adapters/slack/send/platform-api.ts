/** The calls that we make of Slack, with a time limit each and no retries: those belong to the outbox and to people. */
import { webApi, type types } from '@slack/bolt'
import type { Logger } from '@slack/bolt'
import type { Calls } from '../../../doors/last-call.ts'
import type { Under } from '../../../src/ports/messenger.ts'
import type { SlackMessage } from '../draw/render-card.ts'

/** A message is worth waiting for, since a lost answer costs a search for it. */
const postingMs = 10_000
/** Somebody waits in front of the screen, and a trigger lasts three seconds. */
const openingMs = 4_000

export type SlackApi = ReturnType<typeof createSlackApi>

type Client = { readonly botToken: string; readonly apiUrl?: string; readonly logger: Logger; readonly calls: Calls }

export function createSlackApi({ botToken, apiUrl, logger, calls }: Client) {
  const clientWithin = (timeout: number): webApi.WebClient =>
    new webApi.WebClient(botToken, {
      logger,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    })
  const posting = clientWithin(postingMs)
  const opening = clientWithin(openingMs)
  const { note } = calls

  return {
    openView: (trigger: string, view: types.ModalView) => note(opening.views.open({ trigger_id: trigger, view })),
    pushView: (trigger: string, view: types.ModalView) => note(opening.views.push({ trigger_id: trigger, view })),
    updateView: (id: string, view: types.ModalView) => note(opening.views.update({ view_id: id, view })),
    publishHome: (user: string, view: types.HomeView) => note(opening.views.publish({ user_id: user, view })),
    /** `thread`: the message under which it lies. */
    postPrivately: (channel: string, user: string, message: SlackMessage, thread?: string) =>
      note(opening.chat.postEphemeral({ channel, user, ...message, ...(thread && { thread_ts: thread }) })),
    post(channel: string, message: SlackMessage, metadata?: types.MessageMetadata, under?: Under) {
      const said = { channel, ...message, ...(metadata && { metadata }) }
      return note(
        under
          ? posting.chat.postMessage({ ...said, thread_ts: under.root.message, reply_broadcast: under.broadcast })
          : posting.chat.postMessage(said),
      )
    },
    reply: (channel: string, message: SlackMessage, thread: string | undefined) =>
      note(posting.chat.postMessage({ channel, ...message, ...(thread && { thread_ts: thread }) })),
    update: (channel: string, ts: string, message: SlackMessage) =>
      note(posting.chat.update({ channel, ts, text: message.text, blocks: message.blocks })),
    openConversation: (user: string) => note(posting.conversations.open({ users: user })),
    history: (page: { channel: string; oldest: string; limit: number; cursor?: string }) =>
      note(posting.conversations.history({ ...page, inclusive: true, include_all_metadata: true })),
    replies: (page: { channel: string; ts: string; oldest: string; limit: number; cursor?: string }) =>
      note(posting.conversations.replies({ ...page, inclusive: true, include_all_metadata: true })),
    userInfo: (user: string) => note(opening.users.info({ user })),
    userWith: (address: string) => note(posting.users.lookupByEmail({ email: address })),
    whoAmI: () => note(opening.auth.test()),
    giveBackToken: () => note(opening.auth.revoke()),
  }
}
