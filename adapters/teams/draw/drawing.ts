/** What decides how the same card is drawn in different places. */
import type { MessageId } from '../../../src/ids.ts'

export type Drawing = {
  readonly newOnce: () => string
  readonly surface: Surface
  /** The message as which the card is posted, where it is one that can be drawn again. */
  readonly marker?: MessageId
}

/** `chat-without-dialogs`: the Agents Playground, which opens none, so that everything is a card in the chat. */
export type Surface = 'chat' | 'dialog' | 'chat-without-dialogs'
