/** Where in a chat a message goes: at the head of the thread about its case, under it, or beside all threads. */
import { asksForAnswer } from '../src/asks-for-answer.ts'
import type { CaseAsItStands } from '../src/case-as-it-stands.ts'
import type { Card } from '../src/display/card.ts'
import type { Under } from '../src/ports/messenger.ts'
import type { TakenMessage } from '../src/ports/outbox.ts'
import type { CaseThread, Threads } from '../src/ports/threads.ts'
import type { SendingPlace } from './place.ts'

export type ThreadParts = { readonly threads: Threads; readonly caseAsItStands: CaseAsItStands }

export const threadOf = async (
  threading: ThreadParts | undefined,
  { account, messenger }: SendingPlace,
  message: TakenMessage,
): Promise<CaseThread | undefined> => (messenger.threads ? threading?.threads.of(message, account) : undefined)

/** `begins`: it becomes the root. */
export type Placed = { readonly card: Card; readonly under?: Under; readonly begins?: true }

export async function placed(
  threading: ThreadParts | undefined,
  thread: CaseThread | undefined,
  { to, card, urgent }: TakenMessage,
): Promise<Placed> {
  if (!threading || !thread) return { card }
  if (thread.root) return { card, under: { root: thread.root.lies, broadcast: urgent || asksForAnswer(card) } }
  const { theirs, card: headed } = await threading.caseAsItStands(thread.case, to, card, false)
  return theirs ? { card: headed, begins: true } : { card }
}
