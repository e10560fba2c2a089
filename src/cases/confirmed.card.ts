/** What is said when a case was confirmed. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeInWords, type Case } from './case.ts'

export function confirmedCard(stuck: Case, { agencies, people }: Partnership): Card {
  const asked = stuck.asked.map(({ agency }) => agencies.find(({ id }) => id === agency)?.name ?? agency)
  const chair = people.find(({ id }) => id === stuck.chair)?.name ?? 'not named'
  return card(
    `Case ${stuck.ref}: agencies are asked`,
    [
      text('The case is confirmed. These agencies are asked for their view; a meeting follows.'),
      facts(
        ['What is stuck', themeInWords[stuck.theme]],
        ['Asked', asked.join(', ')],
        ['Chair', chair],
        ['Views until', stuck.inputsClose ? inWords(stuck.inputsClose) : 'not set'],
      ),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
}
