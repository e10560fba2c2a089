/** A person's own page, on their Home tab. */
import { refused } from '../../../src/display/refusal.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { reportFailure } from '../hear/ask-and-show.ts'
import { answerFor, type Bot } from '../bot.ts'
import { asHomeTab } from './render-answer.ts'

/** Draws a person's own page on their Home tab. Nobody is told of a failure: the page that was there stays. */
export async function publishHome(bot: Bot, account: Account, whose = Promise.resolve(account)): Promise<void> {
  try {
    const answer = await answerFor(bot, await whose, { ask: { ask: 'open-mine' } })
    const spoken = answer.kind === 'form' || answer.kind === 'reading' ? refused('no-longer-there') : answer
    await bot.api.publishHome(account.user, asHomeTab(spoken))
  } catch (error) {
    reportFailure(bot, account, 'open-mine', error)
  }
}
