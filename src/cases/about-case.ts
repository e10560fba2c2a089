/** Who hears when words about a case tell of danger. */
import { aboutChild, type About } from '../concerns/about-child.ts'
import type { RaisingId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'

/** Who hears that something about this case's child has to be reported. */
export const aboutCase = ({ id, child, socialWorker, iro }: Case): About => ({
  case: id,
  child,
  socialWorker,
  ...(iro && { iro }),
})

/** The same once it is closed: it stays as it was, and its child may have been given to others since. */
export const aboutClosedCase = async (
  { tx }: Pick<World<CasesNeeds>, 'tx'>,
  { id, child }: Case,
  raising?: RaisingId,
): Promise<About> => ({ ...aboutChild({ ...(await tx.childById(child)), id: child }, raising), case: id })
