/** A person's own page, on their Home tab. */
import { homeFooter } from '../../../src/commands/home-footer.card.ts'
import type { Answer } from '../../../src/display/answer.ts'
import { isRefusal, refused, type Reason } from '../../../src/display/refusal.ts'
import type { Partnership } from '../../../src/partnership/partnership.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { opensSomething, type Ask } from '../../../src/vocabulary.ts'
import { answerFor, reportFailure, type Bot } from '../bot.ts'
import { asHomeTab, type Spoken } from './render-answer.ts'

/** Draws a person's own page on their Home tab. Nobody is told of a failure: the page that was there stays. */
export async function publishHome(bot: Bot, account: Account, whose = Promise.resolve(account)): Promise<void> {
  try {
    const answer = await answerFor(bot, await whose, { ask: { ask: 'open-mine' } })
    const spoken = answer.kind === 'form' || answer.kind === 'reading' ? refused('no-longer-there') : answer
    await bot.api.publishHome(account.user, asHomeTab(withFooter(spoken, bot.partnership())))
  } catch (error) {
    reportFailure(bot, account, 'open-mine', error)
  }
}

const withFooter = (spoken: Spoken, partnership: Partnership): Spoken =>
  spoken.kind === 'home' ? { ...spoken, sections: [...spoken.sections, homeFooter(partnership)] } : spoken

/**
 * After every ask of its person: what they did may have gone from the page, and what was refused shows that it had not followed. What only
 * opened something left the page as it was.
 */
export async function followOnHome(bot: Bot, account: Account, ask: Ask, answer: Answer): Promise<void> {
  const isStranger = isRefusal(answer) && strangers.has(answer.reason)
  if (!isStranger && (!opensSomething(ask) || isRefusal(answer))) await publishHome(bot, account)
}

const strangers: ReadonlySet<Reason> = new Set(['not-admitted', 'nobody-we-know'])
