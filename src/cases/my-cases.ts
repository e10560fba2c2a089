/** `/stuck-case mine`: where a person's cases stand. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, list, row, text } from '../display/card.ts'
import { moreCard, pageOf } from '../display/page.ts'
import type { CaseId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { stateInWords } from './show-case.ts'

/** How many of a person's cases one page holds; those that need to move soonest come first. */
const onAPage = 20

export async function showMyCases(world: World<CasesNeeds>, by: PartnershipPerson, from?: number): Promise<Answer> {
  const { partnership } = world
  const { cases, untold } = await casesAndRaisings(world, by)
  const page = pageOf(cases.toSorted(sooner), from, onAPage)
  const raised = untold.toSorted(sooner).map((raising) => raisedLine(raising, partnership))
  const count = cases.length + untold.length
  return home('My cases', [
    card(
      count === 0 ? 'You have no open cases' : `Your open cases: ${count}`,
      [
        ...page.shown.map((stuck) => lineOf(stuck, partnership)),
        ...(raised.length > 0 ? [text('What you raised:'), list(raised)] : []),
      ],
      [
        button('Raise a stuck case', { ask: 'open-raise-case' }, 'primary'),
        button('My actions', { ask: 'open-actions' }),
        button('Plans and assessments', { ask: 'open-plan' }),
      ],
    ),
    ...moreCard(page, { ask: 'open-mine', from: page.next }),
  ])
}

/**
 * Somebody outside the authority may know an identifier and nothing else about the child. Until the social worker
 * has confirmed the case, their list says what they raised, not whether the child is known or already had a case.
 */
async function casesAndRaisings(world: World<CasesNeeds>, by: PartnershipPerson) {
  const { tx } = world
  const cases: Case[] = []
  for (const stuck of await tx.casesOf(by.id))
    if (may(await partsToday(world, { case: stuck }), by.id, 'case')) cases.push(stuck)
  const shown = new Set<CaseId | undefined>(cases.map(({ id }) => id))
  return { cases, untold: (await tx.raisingsBy(by.id)).filter((raising) => !shown.has(raising.case)) }
}

const sooner = (a: Pick<Case, 'needed'>, b: Pick<Case, 'needed'>): number => (a.needed < b.needed ? -1 : 1)

const raisedLine = ({ at, theme, needed }: Raising, partnership: Partnership): string =>
  `${themeName(partnership, theme)}, raised on ${inWords(dayOf(at))}. It is with the child's social worker. Needs to move by ${inWords(needed)}.`

const lineOf = (stuck: Case, partnership: Partnership) =>
  row(
    `${stuck.ref}: ${themeName(partnership, stuck.theme)}. ${stateInWords[stuck.state]}. Needs to move by ${inWords(stuck.needed)}.`,
    button('Open', { ask: 'open-case', case: stuck.id }),
  )
