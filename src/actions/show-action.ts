/** One action with everything that was written about it, for those who may see it. */
import { isRefusal } from '../display/refusal.ts'
import { dayOf } from '../calendar/london.ts'
import { inWords, instantInWords } from '../calendar/in-words.ts'
import type { Answer } from '../display/answer.ts'
import { button, text, type Button } from '../display/card.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import type { ActionId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { mayMove } from './action.ts'
import { actionFacts, answerButtons, offeredButtons, offeringButtons, offerLines, standsAt } from './action.card.ts'
import { findAction, type FoundAction } from './find-action.ts'
import type { ActionsNeeds, ActionWords } from './needs.ts'
import { whichChildOf } from './which-child.ts'

export async function showAction(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const { tx, now, partnership, calendar } = world
  const found = await findAction(world, by, id)
  if (isRefusal(found)) return found
  const { action } = found
  const written = await tx.actionWordsOf(id)
  return reading(
    'Action',
    [
      text(
        action.doneOn
          ? `Case ${action.ref}: done on ${inWords(action.doneOn)}.`
          : `Case ${action.ref}: ${action.state === 'ended' ? 'no longer needed' : standsAt(action, dayOf(now), calendar)}.`,
      ),
      ...(await whichChildOf(world, by, found)),
      actionFacts(action, nameOf(partnership, action.owner)),
      ...offerLines(partnership, action),
      ...written.flatMap((kept) => writtenBlocks(partnership, kept)),
    ],
    buttonsFor(found),
  )
}

const headings = {
  done: 'Done',
  moved: 'Date changed',
  'handed-over': 'Handed over',
  ended: 'No longer needed',
} as const satisfies Record<ActionWords['kind'], string>

const writtenBlocks = (partnership: Partnership, kept: ActionWords): readonly ReadingBlock[] => [
  heading(headings[kept.kind]),
  text(`${nameOf(partnership, kept.by)}, ${instantInWords(kept.at)}`),
  ...kept.words.map((one) => words(one.question, one.words)),
]

function buttonsFor({ action, roles }: FoundAction): readonly Button[] {
  if (action.state !== 'open' || !action.chased) return []
  const { id, offer } = action
  if (offer && roles.includes('offered')) return offeredButtons(id).filter(({ ask }) => ask.ask !== 'open-action')
  if (roles.includes('owner')) return offer ? offeringButtons(action, roles) : answerButtons(action, roles)
  return [
    ...(mayMove(action, roles) === 'yes' ? [button('New date', { ask: 'open-move-action', action: id })] : []),
    ...(roles.includes('lead') || roles.includes('chair')
      ? [button('Hand it over', { ask: 'open-hand-over-action', action: id })]
      : []),
  ]
}
