/** A chat is forgotten only when Teams has refused it twice, some minutes apart, and took nothing there in between. */
import { recent } from '../../../doors/recent.ts'

/** Longer than a fault of one of Teams' own servers; shorter than anybody waits for a message. */
const apartMs = 2 * 60_000
/** A refusal of longer ago says nothing of today. */
const rememberedMs = 24 * 3_600_000

export type TwiceRefused = {
  /** Whether this refusal is the one that confirms an earlier one. */
  readonly refused: (chat: string) => boolean
  readonly took: (chat: string) => void
}

/** How long after a first refusal another one counts, in milliseconds. */
export const confirmsAfterMs = apartMs

export function createTwiceRefused(now: () => Date): TwiceRefused {
  const since = recent<Date>({ forMs: rememberedMs, atMost: 20_000 })
  return {
    refused(chat) {
      const first = since.get(chat)
      const at = now()
      if (first && at.getTime() - first.getTime() >= apartMs) {
        since.delete(chat)
        return true
      }
      if (!first) since.set(chat, at)
      return false
    },
    took: (chat) => since.delete(chat),
  }
}
