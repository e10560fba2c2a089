/** The port: direct messages to one person, each with a marker by which it can be found again. */
import type { Card } from '../../../src/display/card.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import type { Messenger, Receipt, Under } from '../../../src/ports/messenger.ts'
import { ThreadGoneError, TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import { classifyError, classifyRedraw, codeOf, wasTakenOut } from './classify-error.ts'
import type { InstalledApp, InstalledIn } from '../install/installed-app.ts'
import { refusalAbout } from './refusals.ts'
import { eventType, search } from './search.ts'
import { createUpdateBudget } from './update-budget.ts'
import { renderCard, type SlackMessage } from '../draw/render-card.ts'

export function createMessenger(installedIn: InstalledIn, accountOf: Messenger['accountOf']): Messenger {
  const conversations = new Map<string, string>()
  const updates = createUpdateBudget()

  async function conversationWith({ api }: InstalledApp, to: Account): Promise<string> {
    const kept = conversations.get(nameOf(to))
    if (kept !== undefined) return kept
    const { channel } = await api.openConversation(to.user)
    if (!channel?.id) throw new Error('Slack opened a conversation without an id')
    conversations.set(nameOf(to), channel.id)
    return channel.id
  }

  async function post(to: Account, card: Card, marker: string, _urgent?: boolean, under?: Under): Promise<Receipt> {
    const installed = await installedIn(to.workspace)
    if (!installed) throw new Error('Slack did not take the call: not installed there')
    const message = drawn(card)
    const kept = conversations.has(nameOf(to))
    try {
      const conversation = await conversationWith(installed, to)
      // Another conversation with the same person has its own threads.
      const thread = under?.root.conversation === conversation ? under : undefined
      const metadata = { event_type: eventType, event_payload: { marker } }
      const { ts } = await installed.api.post(conversation, message, metadata, thread)
      if (!ts) throw new Error('Slack posted a message without an id')
      return { way: 'slack', conversation, message: ts }
    } catch (error) {
      if (under && isThreadGone(error)) throw new ThreadGoneError('Slack took no reply there', { cause: error })
      if (wasTakenOut(error)) await installed.takenOut(to.workspace)
      const isLost = refusalAbout(codeOf(error)) === 'this-conversation'
      if (isLost) conversations.delete(nameOf(to))
      if (isLost && kept) return post(to, card, marker, _urgent, under)
      throw classifyError(error)
    }
  }

  async function find(to: Account, marker: string, since: Date, root?: Receipt): Promise<Receipt | 'no' | 'unsure'> {
    const installed = await installedIn(to.workspace)
    if (!installed) return 'unsure'
    try {
      const conversation = await conversationWith(installed, to)
      const found = await search(installed, conversation, marker, since)
      if (typeof found === 'object' || root?.conversation !== conversation) return found
      const reply = await search(installed, conversation, marker, since, root.message).catch(noneWhereGone)
      return reply === 'no' ? found : reply
    } catch (error) {
      const classified = classifyError(error)
      if (classified instanceof UndeliverableError || isForbidden(error) || isGone(error)) return 'unsure'
      throw classified
    }
  }

  /** Slack draws it again for everybody, and notifies nobody. Its metadata stay as they are: docs.slack.dev/reference/methods/chat.update */
  async function redraw({ workspace }: Account, { conversation, message }: Receipt, card: Card): Promise<void> {
    const installed = await installedIn(workspace)
    if (!installed) throw new Error('Slack did not take the call: not installed there')
    const drawnAgain = drawn(card)
    const waitMs = updates(workspace)
    if (waitMs > 0) throw new TooFastError(waitMs)
    try {
      await installed.api.update(conversation, message, drawnAgain)
    } catch (error) {
      throw classifyRedraw(error)
    }
  }

  return {
    threads: true,
    redraw,
    async serves({ workspace }) {
      const installed = await installedIn(workspace)
      return installed !== undefined && (await installed.isThere())
    },
    accountOf,
    post,
    find,
  }
}

const nameOf = ({ workspace, user }: Account): string => `${workspace} ${user}`

/** A card that Slack would refuse will be refused every time. */
function drawn(card: Card): SlackMessage {
  try {
    return renderCard(card)
  } catch (error) {
    throw new UndeliverableError('does-not-fit', { cause: error })
  }
}

/** docs.slack.dev/reference/methods/chat.postMessage */
const isThreadGone = (error: unknown): boolean => threadRefusals.has(codeOf(error))
const threadRefusals: ReadonlySet<string> = new Set([
  ...['thread_not_found', 'message_not_found', 'cannot_reply_to_message'],
  ...['restricted_action_thread_locked', 'restricted_action_non_threadable_channel'],
])

function noneWhereGone(error: unknown): 'no' {
  if (!isThreadGone(error)) throw error
  return 'no'
}

/** There is nothing left to look into. */
const isGone = (error: unknown): boolean => ['taken-out', 'this-conversation'].includes(refusalAbout(codeOf(error)))

/** The installation may not look into its own conversations: asking again will not help. */
const isForbidden = (error: unknown): boolean => ['missing_scope', 'not_in_channel'].includes(codeOf(error))
