/** `Action.Submit` on a message, which comes as a message without text: from an old window of Teams, or from the playground. */
import { done, type Answer } from '../../../src/display/answer.ts'
import { isRefusal, refused, sentences } from '../../../src/display/refusal.ts'
import { isInOwnChat } from '../accounts.ts'
import type { Heard } from './activity.ts'
import { answerFor, inChat, type Bot } from '../bot.ts'
import { CardData, type FormData } from '../draw/card-data.ts'
import { formOf, unseen } from './submissions.ts'
import { drawForm } from '../draw/draw-form.ts'
import { failed, press } from './press.ts'
import { readSent } from './read-form.ts'
import { asMessages } from '../draw/render-answer.ts'
import type { TeamsMessage } from '../draw/render-card.ts'
import { messagesOf, say } from '../draw/show.ts'

export async function hearValue(bot: Bot, heard: Heard): Promise<void> {
  const data = CardData.safeParse(heard.activity.value).data
  if (!heard.personal) return
  if (data?.kind === 'press') {
    const { says, card } = await press(bot, heard, data).catch((error: unknown) =>
      failed(bot, heard, data.ask.ask, error),
    )
    if (!card) await say(bot, heard.conversation, asMessages(done(says), inChat(bot, heard)))
    return
  }
  // Only where there are no dialogs is a form a card in the chat.
  if (data?.kind === 'form' && heard.conversation.local && (await isInOwnChat(bot, heard)))
    return inPlaceOf(bot, heard, await sendForm(bot, heard, data))
  await say(bot, heard.conversation, asMessages(refused('no-longer-there'), inChat(bot, heard)))
}

async function sendForm(bot: Bot, heard: Heard, data: FormData): Promise<TeamsMessage[]> {
  const values = readSent(heard.activity.value)
  const more = await unseen(bot, heard, data, values)
  if (more) return more.messages()
  const answer: Answer = await answerFor(bot, heard, { ask: data.ask, form: values, once: data.once })
  const drawn = isRefusal(answer) && answer.fields ? await formOf(bot, heard, data) : undefined
  if (!isRefusal(answer) || !drawn) return messagesOf(bot, heard, data.ask, answer)
  const redrawing = { values, notice: sentences[answer.reason], ...(answer.fields && { errors: answer.fields }) }
  return drawForm(bot, heard, drawn, { redrawing }).messages()
}

/** What was sent gives way to what became of it, and the words do not stay in the chat. */
async function inPlaceOf(
  bot: Bot,
  { activity, conversation }: Heard,
  messages: readonly TeamsMessage[],
): Promise<void> {
  const [first, ...rest] = messages
  if (first && activity.replyToId !== undefined) await bot.connector.update(conversation, activity.replyToId, first)
  else if (first) await bot.connector.post(conversation, first)
  await say(bot, conversation, rest)
}
