/** Words typed to the bot: a command, or something that nobody here can read. */
import { isRefusal, type Refusal } from '../../../src/display/refusal.ts'
import { done, type Answer } from '../../../src/display/answer.ts'
import { readLinkCode } from '../../../src/people/read-link-code.ts'
import { readCommand } from '../../../src/commands/read-command.ts'
import { opensSomething, type Ask } from '../../../src/vocabulary.ts'
import { keepWhereToWrite } from '../accounts.ts'
import { holdsMore, wordsOf, type Heard } from './activity.ts'
import { inChat, reportFailure, whoIs, type Bot, type Who } from '../bot.ts'
import { notUnderstood } from './not-understood.ts'
import { asMessages } from '../draw/render-answer.ts'
import type { TeamsMessage } from '../draw/render-card.ts'
import { messagesOf, say } from '../draw/show.ts'
import { sayElsewhere } from './say-elsewhere.ts'

export async function hearWords(bot: Bot, heard: Heard): Promise<void> {
  const words = wordsOf(heard.activity)
  const unreadable = words === '' && holdsMore(heard.activity)
  const ask = unreadable ? undefined : readCommand(words)
  const code = heard.personal ? readLinkCode(words) : undefined
  try {
    if (code) await say(bot, heard.conversation, asMessages(await bot.link(heard.account, code), inChat(bot, heard)))
    const who = await whoIs(bot, heard)
    await keepWhereToWrite(bot, heard)
    if (code) return
    if (isNotAdmitted(who)) await say(bot, heard.conversation, asMessages(who, inChat(bot, heard)))
    else if (heard.personal) await say(bot, heard.conversation, await answered(bot, heard, who, ask))
    else await sayElsewhere(bot, heard, who, ask === undefined, () => answered(bot, heard, who, ask))
  } catch (error) {
    await saySorry(bot, heard, reportFailure(bot, heard, ask?.ask ?? 'words', error))
  }
}

const isNotAdmitted = (who: Who): who is Refusal => isRefusal(who) && who.reason === 'not-admitted'

async function answered(bot: Bot, heard: Heard, who: Who, ask: Ask | undefined): Promise<TeamsMessage[]> {
  if (!ask) return notUnderstood(bot, heard, wordsOf(heard.activity))
  const once = opensSomething(ask) ? {} : { once: `teams-${heard.activity.id ?? bot.newId()}` }
  const answer: Answer = isRefusal(who) ? who : await bot.answer({ ask, by: who.person, ...once })
  return messagesOf(bot, heard, ask, answer)
}

/** Only what is true wherever it went wrong, and only in somebody's own chat. */
async function saySorry(bot: Bot, heard: Heard, reference: string): Promise<void> {
  const sorry = done(`Something went wrong. Please try again in a moment. Reference: ${reference}.`)
  try {
    await say(bot, heard.conversation, asMessages(sorry, inChat(bot, heard)))
  } catch (error) {
    reportFailure(bot, heard, 'person-not-told', error)
  }
}
