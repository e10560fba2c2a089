/** Who the child is: opened on demand by those who may, and each look is a fact. */
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'

export async function identityBlocks({ tx }: World<CasesNeeds>, stuck: Case): Promise<readonly ReadingBlock[]> {
  const identity = await tx.identityOf(stuck.id)
  if (!identity) return []
  await tx.record({ fact: 'identity-opened', case: stuck.id })
  const { name, born, nhsNumber, upn, authorityIdentifier } = identity
  return [
    heading('Who this child is'),
    words('Known as', name),
    ...(born ? [words('Date of birth', born)] : []),
    ...(nhsNumber ? [words('NHS number', nhsNumber)] : []),
    ...(upn ? [words('Unique pupil number', upn)] : []),
    ...(authorityIdentifier ? [words("The authority's identifier", authorityIdentifier)] : []),
  ]
}
