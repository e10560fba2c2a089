/** Who hears, of those whom a stage of a climb tells in a case: the next in line where one of them is not there or not reached. */
import type { Hearer } from '../climbs/climb.ts'
import type { PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import type { What } from '../parts/told.ts'
import { unreachedOf } from '../parts/unreached.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'

type InCase = {
  readonly to: PersonId
  readonly as: 'social-worker' | 'iro' | 'chair' | 'coordinator'
  /** Asked again before it is sent. */
  readonly what: What
}

const whats = {
  'social-worker': 'for-social-worker',
  chair: 'for-chair',
  iro: 'for-iro',
} as const satisfies Partial<Record<Hearer, What>>

/** Each person once, as the first that they are. */
export async function heardInCase(
  world: World<PeopleNeeds>,
  stuck: Case,
  tells: readonly Hearer[],
): Promise<readonly InCase[]> {
  const parts = named({ case: stuck }, world.partnership)
  const unreached = await unreachedOf(world, parts)
  const all = tells.filter(isInCase).flatMap((hearer): readonly InCase[] => {
    const what = whats[hearer]
    return hears(parts, what, { unreached }).to.map(({ person: to, as }) => ({
      ...{ to, what },
      as: as === 'lead' ? 'coordinator' : as,
    }))
  })
  return all.filter(({ to }, index) => all.findIndex((one) => one.to === to) === index)
}

const isInCase = (hearer: Hearer): hearer is keyof typeof whats => hearer in whats
