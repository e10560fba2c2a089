/** What somebody typed after the command. */
import { readCommand } from '../../../src/commands/read-command.ts'
import { done, type Answer } from '../../../src/display/answer.ts'
import { refused } from '../../../src/display/refusal.ts'
import { readLinkCode } from '../../../src/people/read-link-code.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { askAndShow, nothingChanged, reportFailure, sorry } from './ask-and-show.ts'
import type { Bot } from '../bot.ts'
import { notUnderstood } from './not-understood.ts'
import { asMessages } from '../draw/render-answer.ts'
import type { SlackMessage } from '../draw/render-card.ts'
import { sayPrivately, type WhereShown } from '../draw/show.ts'

export async function answerCommand(bot: Bot, place: WhereShown, typed: string): Promise<void> {
  const ask = readCommand(typed)
  if (ask) return askAndShow(bot, place, ask)
  const { account } = place
  return sayPrivately(bot, place, (await linked(bot, account, typed)) ?? notUnderstood(bot, account.workspace))
}

/** Undefined for words that are no code. Who types it is not known yet: the code says whose account this is. */
export async function linked(bot: Bot, account: Account, typed: string): Promise<SlackMessage[] | undefined> {
  const code = readLinkCode(typed)
  if (!code) return undefined
  if (!bot.isOurs(account.workspace)) return asMessages(refused('not-admitted'))
  try {
    return asMessages(spoken(await bot.link(account, code)))
  } catch (error) {
    return asMessages(done(sorry(nothingChanged, reportFailure(bot, account, 'link', error))))
  }
}

const spoken = (answer: Answer) =>
  answer.kind === 'form' || answer.kind === 'reading' ? refused('no-longer-there') : answer
