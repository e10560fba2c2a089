/**
 * One thread a case in the chat of a person: the first message about it is the root, and is drawn as the case stands; what follows
 * are replies. Only a chat that has threads has them.
 */
import type { CaseId, MessageId } from '../ids.ts'
import type { Account } from './accounts.ts'
import type { Receipt } from './messenger.ts'
import type { TakenMessage } from './outbox.ts'

export type CaseThread = {
  readonly case: CaseId
  /** Absent while nothing about the case lies at this account, or what lay there is gone. */
  readonly root?: { readonly message: MessageId; readonly lies: Receipt }
}

export type Threads = {
  /** Undefined for a message that is about no case. */
  of(message: Pick<TakenMessage, 'to' | 'about'>, account: Account): Promise<CaseThread | undefined>
  /** From now on this message is the root there; it is drawn again, in case something has become of the case meanwhile. */
  begin(root: Pick<TakenMessage, 'id' | 'to'>, about: CaseId, account: Account, at: Date): Promise<void>
  /** It lies there no longer: the next message about the case is a root. */
  forget(root: MessageId): Promise<void>
}
