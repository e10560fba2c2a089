/** What the bot has told one person, or is about to: the messages of the outbox, as that person may look at them. */
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Way } from './messenger.ts'
import type { WhatWaits } from './waits.ts'
import type { SettledAsks } from './redraws.ts'

export type InboxMessage = {
  readonly id: MessageId
  readonly card: Card
  /** What has become of it since it was said, by what its buttons ask. */
  readonly settled?: SettledAsks
  /** `waiting` covers one that is being sent now; `on-page`: it lies here alone, and was not opened yet; not in the inbox: what was withdrawn, and what waits for a post or went with one. */
  readonly state: 'waiting' | 'on-page' | 'sent' | 'undeliverable' | 'unsure'
  /** Since when it is there. */
  readonly sentAt?: Date
  /** Not before this instant, because of working hours. */
  readonly heldUntil?: Date
  /** Which way it was sent; absent where the person reads it here alone. */
  readonly way?: Exclude<Way, 'web'>
}

export type Inbox = {
  messagesFor(person: PersonId): Promise<readonly InboxMessage[]>
  /** Some of them, as they stand now; asked of what is shown alone. Absent: as they were said. */
  asTheyStand?(person: PersonId, messages: readonly InboxMessage[]): Promise<readonly InboxMessage[]>
  /** What stands above them; absent: nothing does. */
  readonly whatWaits?: WhatWaits
}
