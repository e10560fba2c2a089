/** The port: messages to one person's own chat with the bot, as it was kept when that person installed it or wrote. */
import { MessageId } from '../../../src/ids.ts'
import type { Card } from '../../../src/display/card.ts'
import type { Accounts } from '../../../src/ports/accounts.ts'
import type { Messenger } from '../../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import type { LoseWorkspace } from '../../../src/ports/recognise-account.ts'
import { classifyError, isGone } from './classify-error.ts'
import type { Connector } from './platform-api.ts'
import { readConversation, type Conversation } from '../conversation.ts'
import { renderCard, type TeamsMessage } from '../draw/render-card.ts'

type Needs = {
  readonly connector: Connector
  readonly accounts: Pick<Accounts, 'conversationOf' | 'keepConversation'>
  readonly left: LoseWorkspace
  readonly newId: () => string
  /** Whether this door is open: a chat that was kept through one of them is of no use to the other. */
  readonly serves: (conversation: Conversation) => boolean
}

export function createMessenger({ connector, accounts, left, newId, serves }: Needs): Messenger {
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
      if (!chat) throw elsewhereNow()
      const message = drawn(card, { newOnce: newId, marker, local: chat.local === true })
      try {
        return { way: 'teams', conversation: chat.id, message: await connector.post(chat, message) }
      } catch (error) {
        if (!isGone(error)) throw classifyError(error)
        await accounts.keepConversation(to, undefined)
        await left(to)
        throw elsewhereNow()
      }
    },
    /** A bot may not read what lies in a chat. */
    find: () => Promise.resolve('unsure'),
  }
}

/** Nothing was posted, and the next attempt finds another place for it. */
const elsewhereNow = (): Error => new TooFastError(1_000, { thisPersonAlone: true })

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
