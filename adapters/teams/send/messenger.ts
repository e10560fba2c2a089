/** The port: messages to one person's own chat with the bot, as it was kept when that person installed it or wrote. */
import { MessageId } from '../../../src/ids.ts'
import type { Card } from '../../../src/display/card.ts'
import type { Accounts } from '../../../src/ports/accounts.ts'
import type { Messenger } from '../../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import type { LoseWorkspace } from '../../../src/ports/recognise-account.ts'
import { classifyError, classifyRedraw, codeOf, isAboutChat } from './classify-error.ts'
import type { Connector } from './platform-api.ts'
import { confirmsAfterMs, createTwiceRefused } from './twice-refused.ts'
import { readConversation, type Conversation } from '../conversation.ts'
import { renderCard, type TeamsMessage } from '../draw/render-card.ts'

type Needs = {
  readonly connector: Connector
  readonly accounts: Pick<Accounts, 'conversationOf' | 'keepConversation'>
  readonly left: LoseWorkspace
  readonly newId: () => string
  readonly now: () => Date
  /** Whether this door is open: a chat that was kept through one of them is of no use to the other. */
  readonly serves: (conversation: Conversation) => boolean
}

export function createMessenger({ connector, accounts, left, newId, now, serves }: Needs): Messenger {
  const twice = createTwiceRefused(now)

  const chatOf: (account: Parameters<Messenger['serves']>[0]) => Promise<Conversation | undefined> = async (
    account,
  ) => {
    const kept = readConversation(await accounts.conversationOf(account))
    return kept && serves(kept) ? kept : undefined
  }

  return {
    serves: async (account) => (await chatOf(account)) !== undefined,
    /** Nobody can be looked up in Teams who never installed the app. */
    accountOf: () => Promise.resolve(undefined),
    async post(to, card, marker) {
      const chat = await chatOf(to)
      if (!chat) throw elsewhereNow(1_000, 'no-chat')
      const message = drawn(card, { newOnce: newId, marker, local: chat.local === true })
      try {
        const posted = await connector.post(chat, message)
        twice.took(chat.id)
        return { way: 'teams', conversation: chat.id, message: posted }
      } catch (error) {
        if (!isAboutChat(error)) throw classifyError(error)
        if (!twice.refused(chat.id)) throw elsewhereNow(confirmsAfterMs, codeOf(error))
        await accounts.keepConversation(to, undefined)
        await left(to)
        throw new UndeliverableError(codeOf(error), { accountClosed: true })
      }
    },
    /** Under the same limits as a message. A chat that was opened a second time does not have what lay in the one before. */
    async redraw(to, lies, card, marker) {
      const chat = await chatOf(to)
      if (chat?.id !== lies.conversation) throw new UndeliverableError('no-chat')
      const message = drawn(card, { newOnce: newId, marker, local: chat.local === true })
      try {
        await connector.update(chat, lies.message, message)
      } catch (error) {
        throw classifyRedraw(error)
      }
    },
    /** A bot may not read what lies in a chat. */
    find: () => Promise.resolve('unsure'),
  }
}

/** Nothing was posted, and another place is better than waiting. */
const elsewhereNow = (retryAfterMs: number, elsewhere: string): Error =>
  new TooFastError(retryAfterMs, { thisPersonAlone: true, elsewhere })

type HowDrawn = { readonly newOnce: () => string; readonly marker: string; readonly local: boolean }

/** A card that Teams would refuse will be refused every time. */
function drawn(card: Card, { newOnce, marker, local }: HowDrawn): TeamsMessage {
  const known = MessageId.safeParse(marker).data
  try {
    return renderCard(card, {
      newOnce,
      surface: local ? 'chat-without-dialogs' : 'chat',
      ...(known && { marker: known }),
    })
  } catch (error) {
    throw new UndeliverableError('does-not-fit', { cause: error })
  }
}
