/** That a danger was reported: to whom, when and by whom, for those who answer for the child and for the chair. */
import { facts, type FactsBlock } from '../display/card.ts'
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import type { CaseId, PersonId, RaisingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { namedToIroAlone, nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { hiddenReporter, overInWords, type Over } from './over.ts'

type Reports = {
  readonly id: CaseId
  readonly raisings: readonly { readonly id: RaisingId; readonly by: PersonId; readonly namedTo?: 'iro' }[]
}

export type ReadsReports = {
  readonly person: PersonId
  /** Names, but of those who want to be named to the IRO alone. */
  readonly names: boolean
  readonly allNames: boolean
}

/** Of this case, and of what was told while it was raised; ask `may` of `danger-reports` first. */
export async function reportedBlocks(
  { tx, partnership }: Pick<World<ConcernsNeeds>, 'tx' | 'partnership'>,
  { id, raisings }: Reports,
  reader: ReadsReports,
): Promise<readonly ReadingBlock[]> {
  const all = await tx.reportedOf(
    id,
    raisings.map((raising) => raising.id),
  )
  if (all.length === 0) return []
  const hidden = new Set(raisings.filter(({ namedTo }) => namedTo === 'iro').map((raising) => raising.id))
  const blocks: ReadingBlock[] = [heading('A risk to this child has been reported')]
  for (const concern of all) {
    const { over, raising, writer } = concern
    if (!over) continue
    const isHidden = raising !== undefined && hidden.has(raising) && !reader.allNames && writer !== reader.person
    const show = isHidden ? 'hidden' : 'all'
    blocks.push(
      facts(...namesIn(partnership, concern, over, reader.names || reader.allNames ? show : 'none')),
      ...(await tx.reportOf(concern.id)).map((said) => words(said.question, said.words)),
    )
  }
  return blocks
}

/** Nobody's on a screen that all can see. */
function namesIn(
  partnership: Partnership,
  { writer }: Concern,
  over: Over,
  show: 'all' | 'hidden' | 'none',
): FactsBlock['facts'] {
  if (show === 'none') return [['Reported', overInWords(over, 'Somebody')]]
  const by = over.by ? nameOf(partnership, over.by) : 'Somebody'
  return [
    ['Reported', overInWords(over, show === 'hidden' && over.by === writer ? hiddenReporter : by)],
    ['Concern of', show === 'hidden' ? namedToIroAlone : nameOf(partnership, writer, 'A colleague')],
  ]
}
