/** What is said when a case was confirmed. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { agencyName } from '../people/name-of.ts'
import type { Case } from './case.ts'

export function confirmedCard(stuck: Case, partnership: Partnership): Card {
  const { people } = partnership
  const asked = stuck.asked.map(({ agency }) => agencyName(partnership, agency))
  const chair = people.find(({ id }) => id === stuck.chair)?.name ?? 'not named'
  return card(
    `Case ${stuck.ref}: agencies have been asked`,
    [
      text('The case is confirmed. These agencies are being asked for their view. A meeting will follow.'),
      facts(
        ['What is stuck', themeName(partnership, stuck.theme)],
        ['Agencies', asked.join(', ')],
        ['Chair', chair],
        ['Views due by', stuck.inputsClose ? inWords(stuck.inputsClose) : 'not set'],
      ),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
}
