/** A button of a message, pressed perhaps years after it was posted: what becomes of it, and how the card stands then. */
import { isRefusal, refused } from '../../../src/display/refusal.ts'
import type { Ask } from '../../../src/vocabulary.ts'
import { isInOwnChat } from '../accounts.ts'
import type { Heard } from './activity.ts'
import { reportFailure, whoIs, type Bot } from '../bot.ts'
import type { PressData, RefreshData } from '../draw/card-data.ts'
import { doneOnce } from './submissions.ts'
import { redrawn, showAll } from '../draw/redraw.ts'
import { sentenceOf } from '../draw/render-answer.ts'
import type { TeamsMessage } from '../draw/render-card.ts'
import { messagesOf, say } from '../draw/show.ts'

export type Outcome = {
  /** In one sentence. */
  readonly says: string
  /** The card on which the button lies, drawn again; absent where it was not posted to this person. */
  readonly card?: TeamsMessage
}

const notOpen = (): Outcome => ({ says: sentenceOf(refused('not-for-you')) })

export async function press(bot: Bot, heard: Heard, { ask, marker }: PressData): Promise<Outcome> {
  if (!(await isInOwnChat(bot, heard))) return notOpen()
  const who = await whoIs(bot, heard)
  if (isRefusal(who)) return { says: sentenceOf(who) }
  const answer = await bot.answer({ ask, by: who.person, ...doneOnce(heard, ask) })
  const says = answer.kind === 'done' || isRefusal(answer) ? sentenceOf(answer) : undefined
  if (says === undefined) await say(bot, heard.conversation, messagesOf(bot, heard, ask, answer))
  const redrawnCard = marker === undefined ? undefined : await redrawn(bot, heard, marker, who.person, says)
  void showAll(bot, heard, redrawnCard)
  return { says: says ?? 'I have answered below.', ...(redrawnCard && { card: redrawnCard.message }) }
}

/** What this person should see now, of a card of theirs. */
export async function refresh(bot: Bot, heard: Heard, { marker }: RefreshData): Promise<Outcome> {
  if (!(await isInOwnChat(bot, heard))) return notOpen()
  const who = await whoIs(bot, heard)
  if (isRefusal(who)) return { says: sentenceOf(who) }
  const redrawnCard = await redrawn(bot, heard, marker, who.person)
  return { says: sentenceOf(refused('no-longer-there')), ...(redrawnCard && { card: redrawnCard.message }) }
}

/** Says what went wrong without claiming that nothing happened: the work may have been done before it did. */
export const failed = (bot: Bot, heard: Heard, ask: Ask['ask'] | 'refresh', error: unknown): Outcome => ({
  says: `Something went wrong. Please check whether it was done, and try again if not. Reference: ${reportFailure(bot, heard, ask, error)}.`,
})
