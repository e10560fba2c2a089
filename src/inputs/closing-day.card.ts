/** Views close on another day than was said. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, text, type Card } from '../display/card.ts'

export type WhyMoved = 'everybody-answered' | 'somebody-is-asked'

export const closingDayCard = ({ id, ref }: Case, last: Day, why: WhyMoved): Card =>
  card(
    `Case ${ref}: views close on ${inWords(last)}`,
    [text(`${because[why]} Until then, each agency can change its answer. Then the chair reads the views.`)],
    [button('Open the case', { ask: 'open-case', case: id })],
  )

const because = {
  'everybody-answered': 'Every agency has answered, so views close sooner than you were told.',
  'somebody-is-asked':
    'Somebody has been asked for their view, or asked again, so views close later than you were told.',
} as const satisfies Record<WhyMoved, string>
