/** What is said to words that are not a command. */
import { nearestCommand } from '../../../src/commands/nearest-command.ts'
import { notUnderstoodCard } from '../../../src/concerns/urgent.card.ts'
import type { Heard } from './activity.ts'
import { inChat, type Bot } from '../bot.ts'
import { renderCard, type TeamsMessage } from '../draw/render-card.ts'

/**
 * For words that are not a command: they may have told of a child in danger, so whom to call is said to anybody
 * in an admitted tenant, known to us or not. The words themselves go nowhere.
 */
export const notUnderstood = (bot: Bot, heard: Heard, typed = ''): TeamsMessage[] => [
  renderCard(notUnderstoodCard(bot.partnership(), nearestCommand(typed)), inChat(bot, heard)),
]
