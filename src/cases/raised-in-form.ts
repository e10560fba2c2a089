/** What was raised, above the questions of the form that confirms the case: the first of it, and a way to all of it. */
import { button, row } from '../display/card.ts'
import type { ReadingBlock } from '../display/reading.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Case, Raising } from './case.ts'
import { raisedBlocks, type MayRead } from './raised-blocks.ts'

type Raised = { readonly stuck: Case; readonly raisings: readonly Raising[]; readonly reader: MayRead }

/** Above the questions of a form there is room for so many; all of them are read one press away. */
const mostRaisings = 4

export function raisedInForm({ stuck, raisings, reader }: Raised, partnership: Partnership): readonly ReadingBlock[] {
  const more = raisings.length - mostRaisings
  return [
    ...raisings.slice(0, mostRaisings).flatMap((raising) => raisedBlocks(raising, partnership, reader)),
    ...(more > 0
      ? [
          row(
            `It was raised ${more} more times.`,
            button('Read what was raised', { ask: 'open-raised', case: stuck.id }),
          ),
        ]
      : []),
  ]
}
