/** Words that are not a command. They may be about a child in danger: they are not kept, and whom to call is said. */
import { button, card, list, text, type Card } from '../../src/display/card.ts'
import { refused, sentences } from '../../src/display/refusal.ts'
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import { isAdmitted } from './accounts.ts'
import type { Bot } from './bot.ts'
import { asMessages } from './render-answer.ts'
import { renderCard, type SlackMessage } from './render-card.ts'

export function notUnderstood({ partnership }: Bot, workspace: string): SlackMessage[] {
  if (!isAdmitted(partnership(), workspace)) return asMessages(refused('nobody-we-know'))
  return [renderCard(notUnderstoodCard(urgentLines(partnership().urgent)))]
}

const notUnderstoodCard = (lines: readonly string[]): Card =>
  card(
    'Nobody reads what is typed here',
    [
      text(`${sentences['not-understood']} What you typed was not kept.`),
      text('If a child may be at risk, do not wait for an answer here:'),
      list(lines),
    ],
    [button('Raise a stuck case', { ask: 'open-raise-case' }), button('Help', { ask: 'open-help' })],
  )
