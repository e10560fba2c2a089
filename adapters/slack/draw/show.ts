/** Puts an answer in front of the person who asked, and of nobody else. */
import { isRefusal } from '../../../src/display/refusal.ts'
import type { RespondFn, ViewOutput, types } from '@slack/bolt'
import type { Answer } from '../../../src/display/answer.ts'
import { button, card, text } from '../../../src/display/card.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { opensSomething, pageIn, type Ask } from '../../../src/vocabulary.ts'
import type { Bot } from '../bot.ts'
import { isLaidOver, laidOver } from './laid-over.ts'
import { isAboutView } from '../send/is-about-view.ts'
import { isForm, keepForm } from './keep-form.ts'
import { asMessages, asView, isStep, lastView, sentenceOf } from './render-answer.ts'
import { renderCard, type SlackMessage } from './render-card.ts'

/** Where somebody asked, and what can be shown there. */
export type WhereShown = {
  readonly account: Account
  /** Opens one view, within three seconds. */
  readonly trigger: string
  readonly respond?: RespondFn
  /** The modal or Home tab whose button was pressed. */
  readonly view?: ViewOutput
}

export async function show(bot: Bot, place: WhereShown, ask: Ask, answer: Answer): Promise<void> {
  if (place.view?.type === 'modal') return showInModal(bot, place, place.view, ask, answer)
  // A shortcut is used in no conversation, so there is nothing that could be answered in one.
  if (answer.kind === 'form' || answer.kind === 'reading' || place.view || !place.respond) {
    const view = viewOf(bot, ask, answer)
    return bot.api
      .openView(place.trigger, view)
      .then(nothing, (error: unknown) => offer(bot, place, ask, answer, error))
  }
  return sayPrivately(bot, place, asMessages(answer))
}

const viewOf = (bot: Bot, ask: Ask, answer: Answer): types.ModalView =>
  asView(answer, bot.newId(), opensSomething(ask) ? ask : undefined)

/** The trigger lapsed, or Slack did not take it for another reason than the form: what was asked for stays one press away. */
async function offer(bot: Bot, place: WhereShown, ask: Ask, answer: Answer, error: unknown): Promise<void> {
  if (isAboutView(error)) throw error
  if (answer.kind !== 'form' && answer.kind !== 'reading') return sayPrivately(bot, place, asMessages(answer))
  const label = answer.kind === 'form' ? 'Open the form' : 'Open it'
  const late = card(
    'This took too long',
    [text('Slack did not let me open it in time. Nothing is lost.')],
    [button(label, ask, 'primary')],
  )
  return sayPrivately(bot, place, [renderCard(late)])
}

async function showInModal(bot: Bot, place: WhereShown, current: ViewOutput, ask: Ask, answer: Answer): Promise<void> {
  const isLast = current.clear_on_close && !isForm(current)
  const isDone = current.clear_on_close || (!opensSomething(ask) && !isRefusal(answer) && !isStep(answer))
  const update = (view: types.ModalView): Promise<void> =>
    bot.api.updateView(current.id, isDone ? lastView(view) : view).then(nothing)
  if (isForm(current) && (answer.kind === 'done' || isRefusal(answer)))
    return update(keepForm(current, sentenceOf(answer)))
  const isOver = isForm(current) || isLaidOver(current)
  const view = isOver && answer.kind === 'reading' ? laidOver(answer) : viewOf(bot, ask, answer)
  // Slack takes three views on top of each other: somebody who turns pages wants one, and nobody goes back to "Done".
  if (!opensSomething(ask) || pageIn(ask) !== undefined || isLast) return update(view)
  return bot.api.pushView(place.trigger, view).then(nothing, (error: unknown) => {
    if (isAboutView(error)) throw error
    return update(
      isForm(current) ? keepForm(current, 'Please send or close this form first. Then open the other one.') : view,
    )
  })
}

export async function sayPrivately(
  bot: Bot,
  place: Pick<WhereShown, 'account' | 'respond'>,
  messages: readonly SlackMessage[],
): Promise<void> {
  for (const message of messages) {
    if (place.respond) await place.respond({ ...message, response_type: 'ephemeral', replace_original: false })
    else await bot.api.post(place.account.user, message)
  }
}

const nothing = (): void => undefined
