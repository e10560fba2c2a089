/** A command or a press, acknowledged already: whatever happens, the person hears of it. */
import { isRefusal } from '../../../src/display/refusal.ts'
import { done, type Answer } from '../../../src/display/answer.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import type { AskOfPerson } from '../../../src/ports/answer-ask.ts'
import { opensSomething, type Ask } from '../../../src/vocabulary.ts'
import { answerFor, reportFailure, type Bot } from '../bot.ts'
import { classifyError } from '../send/classify-error.ts'
import { isForm, keepForm } from '../draw/keep-form.ts'
import { followOnHome } from '../draw/publish-home.ts'
import { readSent } from './read-form.ts'
import { asMessages } from '../draw/render-answer.ts'
import { sayPrivately, show, type WhereShown } from '../draw/show.ts'

export async function askAndShow(bot: Bot, place: WhereShown, ask: Ask): Promise<void> {
  let answer: Answer | undefined
  try {
    answer = await answerFor(bot, place.account, asking(ask, place))
    await show(bot, place, ask, answer)
  } catch (error) {
    const changed = answer !== undefined && !isRefusal(answer) && !opensSomething(ask)
    await saySorry(bot, place, changed ? doneUnseen : nothingChanged, reportFailure(bot, place.account, ask.ask, error))
  }
  if (answer) await followOnHome(bot, place.account, ask, answer)
}

/** What only opens something changes nothing, and its answer may hold words that nobody should keep to repeat it. */
function asking(ask: Ask, { trigger, view }: WhereShown): Omit<AskOfPerson, 'by'> {
  if (opensSomething(ask)) return { ask }
  // A step back keeps what is in the form.
  const form = 'back' in ask && view && isForm(view) && readSent(view.state.values)
  return { ask, once: `slack-${trigger}`, ...(form && { form }) }
}

/** Undefined, and told, where Slack could not be asked whose account it is. */
export async function whose(bot: Bot, claimed: WhereShown, account: Promise<Account>): Promise<Account | undefined> {
  try {
    return await account
  } catch (error) {
    await saySorry(bot, claimed, nothingChanged, reportFailure(bot, claimed.account, 'whose', error))
    return undefined
  }
}

async function saySorry(bot: Bot, { view, ...place }: WhereShown, sentence: string, reference: string): Promise<void> {
  const says = sorry(sentence, reference)
  try {
    if (view?.type === 'modal') await bot.api.updateView(view.id, keepForm(view, says))
    else await sayPrivately(bot, place, asMessages(done(says)))
  } catch (error) {
    bot.log.error('slack-person-not-told', classifyError(error), { reference })
  }
}

export const sorry = (sentence: string, reference: string): string =>
  `${sentence} If it happens again, give this reference: ${reference}.`

export const nothingChanged = 'Something went wrong. Nothing was changed.'
const doneUnseen = 'It was done, but something went wrong when showing you the result.'
