/** A proposal to close a case that waits: who made it, when, who has to agree, and why, for those who may read reasons. */
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import { facts } from '../display/card.ts'
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { answering } from './answering.ts'
import type { Case } from './case.ts'
import type { Closing } from './closing.ts'
import type { CasesNeeds } from './needs.ts'

export async function proposedBlocks(
  world: World<CasesNeeds>,
  stuck: Case,
  closing: Closing,
  readsReasons: boolean,
): Promise<readonly ReadingBlock[]> {
  const { partnership } = world
  const { people } = (await answering(world, { subject: 'closing', id: closing.id }, stuck, closing)).answering
  const names = people.map(({ person }) => nameOf(partnership, person)).join(' or ')
  return [
    heading('Somebody proposes to close this case'),
    facts(
      ['Proposed by', nameOf(partnership, closing.by)],
      ['Proposed', inWords(dayOf(closing.at))],
      ['Who has to agree', names === '' ? 'Nobody is there who can' : names],
    ),
    ...(readsReasons ? closing.words.map((one) => words(one.question, one.words)) : []),
  ]
}
