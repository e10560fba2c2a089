/** That a danger was reported: to whom, when and by whom, for those who answer for the child and for the chair. */
import { facts } from '../display/card.ts'
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import type { CaseId, RaisingId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import type { ConcernsNeeds } from './needs.ts'
import { overInWords } from './over.ts'

type Reports = { readonly id: CaseId; readonly raisings: readonly { readonly id: RaisingId }[] }

/** Of this case, and of what was told while it was raised; ask `may` of `danger-reports` first. */
export async function reportedBlocks(
  { tx, partnership }: Pick<World<ConcernsNeeds>, 'tx' | 'partnership'>,
  { id, raisings }: Reports,
): Promise<readonly ReadingBlock[]> {
  const all = await tx.reportedOf(
    id,
    raisings.map((raising) => raising.id),
  )
  if (all.length === 0) return []
  const blocks: ReadingBlock[] = [heading('A risk to this child has been reported')]
  for (const { id: concern, writer, over } of all) {
    if (!over) continue
    const by = over.by ? nameOf(partnership, over.by) : 'Somebody'
    blocks.push(
      facts(['Reported', overInWords(over, by)], ['Concern of', nameOf(partnership, writer, 'A colleague')]),
      ...(await tx.reportOf(concern)).map((said) => words(said.question, said.words)),
    )
  }
  return blocks
}
