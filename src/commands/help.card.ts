/** `/stuck-case help`: what can be asked, and whom to call. */
import { urgentLines } from '../concerns/safeguarded.form.ts'
import { button, card, list, numbers, text, type Card } from '../display/card.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { youAre } from '../people/you-are.ts'
import { commands, typedAs } from './commands.ts'

export function helpCard(partnership: Partnership, by: PartnershipPerson): Card {
  const [raise, ...others] = commands
  return card(
    'What you can ask Unstuck',
    [
      text(
        'Unstuck brings agencies together when the plan for a child in care is stuck. It sends reminders until it moves.',
      ),
      text(youAre(partnership, by)),
      // Who reads this has found help already.
      list(
        [raise, ...others.filter(({ word }) => word !== 'help')].map(({ word, does }) => `${typedAs(word)}: ${does}`),
      ),
      text('Nobody watches this bot. It is not a referral.'),
      numbers(urgentLines(partnership.urgent)),
    ],
    [button(raise.label, raise.ask, 'primary')],
  )
}
