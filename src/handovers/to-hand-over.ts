/** Who may take or give what somebody held who has gone. */
import { standingsToday } from '../cases/standings-today.ts'
import { done, type Done } from '../display/answer.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { receivedFor } from '../people/deputies.ts'
import { maySee, type Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { calledHeld, type Held, type HeldKey } from './held.ts'
import { whoSeesTo } from './leaver.ts'
import { lockHeld } from './lock-held.ts'
import { stillFits } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'

/** What this person, or somebody whose things they receive today, is to what somebody holds. */
async function standingsOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  held: Pick<Held, 'holder' | 'agency'>,
): Promise<readonly Standing[]> {
  const acts = [by.id, ...(await receivedFor(world, by.id))]
  const { deputies, leads, coordinators } = whoSeesTo(world.partnership, held)
  const among = (those: readonly PersonId[]) => those.some((one) => acts.includes(one))
  return [
    ...(acts.includes(held.holder) ? (['owner'] as const) : []),
    ...(among(deputies) ? (['deputy'] as const) : []),
    ...(among(leads) ? (['lead'] as const) : []),
    ...(among(coordinators) ? (['coordinator'] as const) : []),
  ]
}

/** Also for whoever answers for the child, where it is a chair. */
export async function maySeeTo(world: World<HandoversNeeds>, by: PartnershipPerson, held: Held): Promise<boolean> {
  const standings = await standingsOver(world, by, held)
  if (maySee(standings, 'held')) return true
  if (held.part !== 'case-chair' || !held.case) return false
  const inCase = await standingsToday(world, held.case, by.id)
  return maySee(
    inCase.filter((standing) => standing === 'social-worker'),
    'replace-chair',
  )
}

/** For a press: what it is about, where it still needs somebody; otherwise a sentence that says who has it. */
export async function toHandOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  key: HeldKey,
): Promise<Held | Refusal | Done> {
  const held = await lockHeld(world, key)
  if (!held) return refused('no-longer-there')
  const may = await maySeeTo(world, by, held)
  if (stillFits(world.partnership, held))
    return may || (await wasTold(world, by, key)) ? isWith(world, held) : refused('not-for-you')
  return may ? held : refused('not-for-you')
}

/** Whoever was told that it needs somebody may hear whom it is with now. */
const wasTold = async (world: World<HandoversNeeds>, by: PartnershipPerson, key: HeldKey): Promise<boolean> =>
  world.tx.wasToldOf([by.id, ...(await receivedFor(world, by.id))], key)

const isWith = ({ partnership }: World<HandoversNeeds>, held: Held): Done =>
  done(
    `${calledHeld({ ...held, duties: 0 }, partnership)} is with ${nameOf(partnership, held.holder)} already. Nothing was changed.`,
  )
