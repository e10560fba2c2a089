/** How a message reaches a person, one way. */
import type { Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Account } from './accounts.ts'

/**
 * In a chat; by an email, which says that something waits on their page; or on the page alone (`web`), where nothing is
 * sent. It is kept with each message, so it only grows.
 */
export type Way = 'slack' | 'teams' | 'email' | 'web'

export type Receipt = { readonly way: Way; readonly conversation: string; readonly message: string }

/** A message is a reply to another one of ours. */
export type Under = {
  readonly root: Receipt
  /** Said in the conversation as well: it asks for an answer. */
  readonly broadcast: boolean
}

export type Messenger = {
  /** Whether a message can be a reply there. */
  readonly threads?: true
  /** Whether this account can be written to now: the bot is in its workspace, and what it takes to write first is known. */
  serves(account: Account): Promise<boolean>
  /**
   * Looks up somebody who has never used the platform, and links them; undefined: the platform says that nobody there is
   * this person. Throws where it cannot be asked or says nothing.
   */
  accountOf(person: PersonId): Promise<Account | undefined>
  /**
   * Throws `UndeliverableError`, `InstallationError`, `TooFastError`, or anything else: try again later. `ThreadGoneError` where `under` can
   * have no replies.
   */
  post(to: Account, card: Card, marker: string, urgent?: boolean, under?: Under): Promise<Receipt>
  /** Looks for a message with this marker posted since `since`, in the platform's own time: `no` means that it certainly was not posted. Also among the replies to `root`. */
  find(to: Account, marker: string, since: Date, root?: Receipt): Promise<Receipt | 'no' | 'unsure'>
  /**
   * Draws a message again where it lies; absent where that cannot be done. Nobody is notified. Throws as `post` does:
   * `UndeliverableError`, or one that points elsewhere, where it no longer lies there.
   */
  redraw?(to: Account, lies: Receipt, card: Card, marker: string): Promise<void>
}
