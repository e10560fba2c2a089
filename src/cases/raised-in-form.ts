/** What was raised and which child it is about, above the questions of the form that confirms the case: folded, and a press away. */
import { inWords } from '../calendar/in-words.ts'
import { knownOf, whichChild } from '../children/which-child.ts'
import { button, facts, row } from '../display/card.ts'
import { fold, type ReadingBlock } from '../display/reading.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import type { Child } from '../children/child.ts'
import type { Case, Raising } from './case.ts'
import { raisedBlocks, type MayRead } from './raised-blocks.ts'

type Raised = {
  readonly by: PartnershipPerson
  readonly stuck: Case
  readonly child: Child | undefined
  readonly raisings: readonly Raising[]
  readonly reader: MayRead
}

/** In a form there is room for so many; all of them are read one press away. */
const mostRaisings = 4

export function raisedInForm(raised: Raised, partnership: Partnership): ReadingBlock {
  const { stuck, raisings } = raised
  const more = raisings.length - mostRaisings
  const ask = { ask: 'open-raised', case: stuck.id } as const
  return fold(`${stuck.ref} needs to move by ${inWords(stuck.needed)}.`, 'What was raised', ask, [
    ...raisedAbout({ ...raised, raisings: raisings.slice(0, mostRaisings) }, partnership),
    ...(more > 0 ? [row(`It was raised ${more} more times.`, button('Read what was raised', ask))] : []),
  ])
}

export const raisedAbout = (
  { by, stuck, child, raisings, reader }: Raised,
  partnership: Partnership,
): readonly ReadingBlock[] => [
  facts(['Case', stuck.ref], ...themeFacts(partnership, stuck.theme), ['Needs to move by', inWords(stuck.needed)]),
  ...whichChild(partnership, by, knownOf(child)),
  ...raisings.flatMap((raising) => raisedBlocks(raising, partnership, reader, raisings)),
]
