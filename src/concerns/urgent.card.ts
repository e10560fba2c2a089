/** Whom to call when a child may be in danger. */
import { typedAs } from '../commands/commands.ts'
import { card, numbers, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { urgentLines } from './safeguarded.form.ts'

/** Whom to call: what the bot says wherever danger may be meant. */
export const urgentCard = ({ urgent }: Partnership): Card =>
  card('If a child may be in danger', [
    text('Nobody watches this bot. It is not a referral. Call:'),
    numbers(urgentLines(urgent)),
  ])

/** What anybody gets whose words the bot did not understand, since they may have told of danger. */
export const notUnderstoodCard = ({ urgent }: Partnership): Card =>
  card('I did not understand that', [
    text('Nobody watches this bot, and nothing that you wrote was kept. If a child may be in danger, call:'),
    numbers(urgentLines(urgent)),
    text('If you wrote details about a child here, please delete them.'),
    text(`${typedAs('help')} shows what I can do.`),
  ])
