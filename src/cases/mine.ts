/** `/stuck-case mine` and `help`: where a person's cases stand, and what can be asked. */
import { inWords } from '../calendar/in-words.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, list, row, text, type Card } from '../display/card.ts'
import { urgentLines } from '../concerns/safeguarded.form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { maySee } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsIn, stuckInWords, type Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { stateInWords } from './open-case.ts'

/** How many of a person's cases one page holds; those that need to move soonest come first. */
const shown = 20

export async function openMine({ tx, partnership }: World<CasesNeeds>, by: PartnershipPerson): Promise<Answer> {
  const all = await tx.casesOf(by.id)
  const cases = all.filter((stuck) => maySee(standingsIn(stuck, by.id, partnership), 'case'))
  const soonest = cases.toSorted((a, b) => (a.needed < b.needed ? -1 : 1)).slice(0, shown)
  return home('My cases', [
    card(cases.length === 0 ? 'You have no open case' : `Your open cases: ${cases.length}`, soonest.map(lineOf), [
      button('Raise a stuck case', { ask: 'open-raise-case' }, 'primary'),
      button('My actions', { ask: 'open-actions' }),
      button('Plans of my children', { ask: 'open-plan' }),
    ]),
  ])
}

const lineOf = (stuck: Case) =>
  row(
    `${stuck.ref}: ${stuckInWords[stuck.stuck]}. ${stateInWords[stuck.state]}. By ${inWords(stuck.needed)}.`,
    button('Open', { ask: 'open-case', case: stuck.id }),
  )

export function help({ urgent }: Partnership): Card {
  return card(
    'What you can ask Unstuck',
    [
      text(
        'Unstuck brings agencies together when the plan of a child in care does not move, and reminds until it does.',
      ),
      list([
        '/stuck-case: raise a case that is stuck',
        '/stuck-case mine: your cases and where they stand',
        '/stuck-case actions: what you promised',
        '/stuck-case plan: permanence and health plans of your children',
        '/stuck-case away: who receives what is meant for you',
      ]),
      text('Nobody watches this bot. It is not a referral.'),
      list(urgentLines(urgent)),
    ],
    [button('Raise a stuck case', { ask: 'open-raise-case' }, 'primary')],
  )
}
