/** Who hears when words about a case tell of danger. */
import type { About } from '../concerns/about-child.ts'
import type { Case } from './case.ts'

/** Who hears that something about this case's child has to be reported. */
export const aboutCase = ({ id, child, socialWorker, iro }: Case): About => ({
  case: id,
  child,
  socialWorker,
  ...(iro && { iro }),
})
