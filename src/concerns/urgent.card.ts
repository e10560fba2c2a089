/** Whom to call when a child may be in danger. */
import { typedAs, type Command } from '../commands/commands.ts'
import { button, card, numbers, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { urgentLines } from './safeguarded.form.ts'

/** Whom to call: what the bot says wherever danger may be meant. */
export const urgentCard = ({ urgent }: Partnership): Card =>
  card('If a child may be in danger', [
    text('Nobody watches this bot. It is not a referral. Call:'),
    numbers(urgentLines(urgent)),
  ])

/**
 * What anybody gets whose words the bot did not understand, since they may have told of danger. `meant`: a command that they
 * come close to.
 */
export const notUnderstoodCard = ({ urgent }: Partnership, meant?: Command): Card =>
  card(
    'Nobody reads this. If a child is in danger, call 999.',
    [
      text('I did not understand that, and nothing that you wrote was kept. If a child may be in danger, call:'),
      numbers(urgentLines(urgent)),
      text('If you wrote details about a child here, please delete them.'),
      text(meant ? `Did you mean “${meant.word}”, to ${meant.does}?` : `${typedAs('help')} shows what I can do.`),
    ],
    meant ? [button(meant.label, meant.ask)] : [],
  )
