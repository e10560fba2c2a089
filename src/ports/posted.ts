/** A message that was posted, as it stands now: to be drawn again where it lies. */
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Receipt } from './messenger.ts'

/** Undefined where there is no such message, or it is another person's. */
export type ReadPosted = (
  message: MessageId,
  by: PersonId,
) => Promise<
  | {
      /** As it stands now. */
      readonly card: Card
      /** Something can still be done with it. */
      readonly answerable: boolean
      /** Where it lies, as far as that is written down. */
      readonly receipt?: Receipt
    }
  | undefined
>
