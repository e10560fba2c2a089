/** A coordinator names a child who is not in care, where such children can have a case: it is kept, and no duty follows from it. */
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import { identifierKind, normalIdentifier } from '../children/identifier.ts'
import { notComplete, type Refusal } from '../display/refusal.ts'
import { Typed } from '../display/typed.ts'
import type { ChildId, PersonId } from '../ids.ts'
import type { AroundCare } from '../partnership/also-for.ts'
import type { World } from '../ports/world.ts'
import type { CasesNeeds } from './needs.ts'

type SaidAround = {
  readonly number: Typed
  readonly around: AroundCare
  readonly born?: Day | undefined
  readonly socialWorker?: string | undefined
}

export async function childAroundCare(world: World<CasesNeeds>, said: SaidAround): Promise<Child | Refusal> {
  const { tx } = world
  const { around, born } = said
  const identifier = normalIdentifier(said.number.reveal())
  const known = identifier && (await knownBy(world, identifier))
  const wrong = {
    ...(!identifier && { identifier: "Give the council's number for this child." }),
    ...(!born && { born: 'Give a date.' }),
    ...(!said.socialWorker && { socialWorker: 'Choose one.' }),
    ...(known && known.scope === 'in' && { around: 'This child is in care. Choose "In care".' }),
    ...(known &&
      born &&
      known.birthday.reveal() !== born && { born: 'This number is of a child with another date of birth.' }),
  }
  if (!identifier || !born || Object.keys(wrong).length > 0) return notComplete(wrong)
  const socialWorker = said.socialWorker as PersonId
  const child = await tx.saveAroundCare({ id: world.newId() as ChildId, identifier, born, socialWorker, around })
  await tx.record({ fact: 'child-around-care', child, as: around, socialWorker })
  const kept = await tx.childById(child)
  if (!kept) throw new Error('a child was kept and is not there')
  return kept
}

async function knownBy({ tx }: World<CasesNeeds>, identifier: string): Promise<Child | undefined> {
  const [known] = await tx.childrenFoundBy(identifierKind, new Typed(identifier))
  return known
}
