/** What somebody typed after the command. */
import { readCommand } from '../../../src/commands/read-command.ts'
import { done, type Answer } from '../../../src/display/answer.ts'
import { refused } from '../../../src/display/refusal.ts'
import { readLinkCode } from '../../../src/people/read-link-code.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { askAndShow, nothingChanged, sorry, whose } from './ask-and-show.ts'
import { reportFailure, type Bot } from '../bot.ts'
import { accountIn } from './account-of.ts'
import { notUnderstood } from './not-understood.ts'
import { asMessages } from '../draw/render-answer.ts'
import type { SlackMessage } from '../draw/render-card.ts'
import { sayPrivately, type WhereShown } from '../draw/show.ts'

export async function answerCommand(bot: Bot, claimed: WhereShown, typed: string): Promise<void> {
  const account = await whose(bot, claimed, accountIn(bot, claimed.account.workspace, claimed.account.user))
  if (!account) return
  const place = { ...claimed, account }
  const ask = readCommand(typed)
  if (ask) return askAndShow(bot, place, ask)
  return sayPrivately(bot, place, (await linked(bot, account, typed)) ?? notUnderstood(bot, account.workspace, typed))
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
