/** What is said to words that are not a command. */
import { nearestCommand } from '../../../src/commands/nearest-command.ts'
import { notUnderstoodCard } from '../../../src/concerns/urgent.card.ts'
import { refused } from '../../../src/display/refusal.ts'
import { isAdmitted } from '../../../src/people/admission.ts'
import type { Bot } from '../bot.ts'
import { asMessages } from '../draw/render-answer.ts'
import { renderCard, type SlackMessage } from '../draw/render-card.ts'

/**
 * For words that are not a command: they may have told of a child in danger, so whom to call is said to anybody
 * in an admitted workspace, known to us or not. The words themselves go nowhere.
 */
export function notUnderstood({ partnership, isOurs }: Bot, workspace: string, typed: string): SlackMessage[] {
  if (!isOurs(workspace) || !isAdmitted(partnership(), { platform: 'slack', workspace }))
    return asMessages(refused('not-admitted'))
  return [renderCard(notUnderstoodCard(partnership(), nearestCommand(typed)))]
}
