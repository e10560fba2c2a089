/** `Action.Execute`: the answer is the card as it stands now. learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
import { within } from '../../../doors/within.ts'
import { refused } from '../../../src/display/refusal.ts'
import type { Heard } from './activity.ts'
import type { Bot } from '../bot.ts'
import { CardData } from '../draw/card-data.ts'
import type { Reply } from './submissions.ts'
import { failed, press, refresh, type Outcome } from './press.ts'
import { sentenceOf } from '../draw/render-answer.ts'

const answerWithinMs = 3_500
const tooSlow = 'This is taking longer than usual. Please check in a moment whether it was done.'

export async function execute(bot: Bot, heard: Heard, sent: unknown): Promise<Reply> {
  const data = CardData.safeParse(sent).data
  if (!data || data.kind === 'form') return replyOf({ says: sentenceOf(refused('no-longer-there')) })
  const working = data.kind === 'refresh' ? refresh(bot, heard, data) : press(bot, heard, data)
  const outcome = working.catch((error: unknown) =>
    failed(bot, heard, data.kind === 'refresh' ? 'refresh' : data.ask.ask, error),
  )
  return replyOf(await within(answerWithinMs, outcome, () => ({ says: tooSlow })))
}

function replyOf({ says, card }: Outcome): Reply {
  const [attachment] = card?.attachments ?? []
  return {
    status: 200,
    body: attachment
      ? { statusCode: 200, type: attachment.contentType, value: attachment.content }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: says },
  }
}
