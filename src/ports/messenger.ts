/** How a message reaches a person on one platform. */
import type { Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Account, Platform } from './accounts.ts'

export type Receipt = { readonly platform: Platform; readonly conversation: string; readonly message: string }

export type Messenger = {
  /** Whether this account can be written to now: the bot is in its workspace, and what it takes to write first is known. */
  serves(account: Account): Promise<boolean>
  /** Looks up somebody who has never used the platform, and links them; undefined: nobody there is this person. */
  accountOf(person: PersonId): Promise<Account | undefined>
  /** Throws `UndeliverableError`, `TooFastError`, or anything else: try again later. */
  post(to: Account, card: Card, marker: string, urgent?: boolean): Promise<Receipt>
  /** Looks for a message with this marker posted since `since`, in the platform's own time: `no` means that it certainly was not posted. */
  find(to: Account, marker: string, since: Date): Promise<Receipt | 'no' | 'unsure'>
}
