/** Who may take or give a leaver's things. */
import { done, type Done } from '../display/answer.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { may } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday, saidInPlaceOf, todayFor, withDeputies } from '../parts/parts-of.ts'
import { toldInPlace } from '../parts/told-in-place.ts'
import { actedForBy } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import { calledHeld, type Held, type HeldKey } from './held.ts'
import { whoSeesTo } from './leaver.ts'
import { lockHeld } from './lock-held.ts'
import { stillFits } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'

/** Who is what to something that somebody holds: its holder, and the person who sees to it when they have gone. */
async function partsOver(
  world: World<HandoversNeeds>,
  held: Pick<Held, 'holder' | 'agency'>,
): Promise<readonly Part[]> {
  const { deputies, leads, coordinators } = whoSeesTo(world.partnership, held)
  const thing = { subject: 'held', id: held.holder } as const
  const as = (role: Part['role'], people: readonly PersonId[]): readonly Part[] =>
    people.map((person) => ({ person, role, thing, through: role === 'owner' ? 'themselves' : 'grant' }))
  const parts = [
    ...as('owner', [held.holder]),
    ...as('deputy', deputies),
    ...as('lead', leads),
    ...as('coordinator', coordinators),
  ]
  const [today, said] = [await todayFor(world, parts), await saidInPlaceOf(world, parts)]
  return withDeputies(parts, today, (part) => toldInPlace(part, said))
}

/** For a chair, the child's social worker may too. */
export async function maySeeTo(world: World<HandoversNeeds>, by: PartnershipPerson, held: Held): Promise<boolean> {
  if (may(await partsOver(world, held), by.id, 'held')) return true
  if (held.part !== 'case-chair' || !held.case) return false
  const inCase = await partsToday(world, { case: held.case })
  return may(
    inCase.filter(({ role }) => role === 'social-worker'),
    by.id,
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

/** The person who was told that it needs somebody may be told who has it now. */
const wasTold = async (world: World<HandoversNeeds>, by: PartnershipPerson, key: HeldKey): Promise<boolean> =>
  world.tx.wasToldOf([by.id, ...(await actedForBy(world, by.id))], key)

const isWith = ({ partnership }: World<HandoversNeeds>, held: Held): Done =>
  done(
    `${calledHeld({ ...held, duties: 0 }, partnership)} is with ${nameOf(partnership, held.holder)} already. Nothing was changed.`,
  )
