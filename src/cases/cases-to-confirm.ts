/** Cases in which somebody has no other part than that they can confirm them today: a chair of the pool, a coordinator, a lead. */
import { inWords } from '../calendar/in-words.ts'
import { button, row, text, type CardBlock } from '../display/card.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { may } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import { actedForBy } from '../people/deputies.ts'
import type { Field } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { confirming } from './unconfirmed.ts'
import { isParty } from './who-settles.ts'

/** Everybody who chairs could confirm any case: they are told of it, and have it here, once its social worker has been silent. */
const isTheSocialWorkers: Field = 'confirm-form'

export async function casesToConfirm(world: World<CasesNeeds>, by: PartnershipPerson): Promise<readonly Case[]> {
  const { tx, partnership } = world
  const people = [by.id, ...(await actedForBy(world, by.id))]
  const theirs: Case[] = []
  for (const stuck of await tx.unconfirmedCases()) {
    const field = confirming(stuck, world)
    if (field === isTheSocialWorkers) continue
    if (!named({ case: stuck }, partnership).some(({ person }) => people.includes(person))) continue
    const parts = await partsToday(world, { case: stuck })
    const isTheirs = may(parts, by.id, field) && !isParty(stuck, parts, by.id)
    if (isTheirs && !may(parts, by.id, 'case')) theirs.push(stuck)
  }
  return theirs
}

export const toConfirmLines = (cases: readonly Case[], partnership: Partnership): readonly CardBlock[] => [
  ...(cases.length > 0 ? [text(`Waiting for somebody to confirm them, and you can: ${cases.length}`)] : []),
  ...cases.map((stuck) =>
    row(
      `${stuck.ref}: ${themeName(partnership, stuck.theme)}. Not confirmed yet. Needs to move by ${inWords(stuck.needed)}.`,
      button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }),
    ),
  ),
]
