/** What is said when a case was confirmed. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { RaisingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { agencyName } from '../people/name-of.ts'
import type { Case } from './case.ts'

/** For somebody who is named to the IRO alone, and invited to nothing. */
export const acceptedCard = (raising: RaisingId): Card =>
  card(
    'A stuck case that you raised is confirmed',
    [
      text(
        'Agencies are being asked for their view. As you are named to the IRO alone, you are not invited to the meeting.',
      ),
    ],
    [button('Read what I raised', { ask: 'open-raising', raising })],
  )

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
