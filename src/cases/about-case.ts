/** Who hears when words about a case tell of danger. */
import type { About } from '../concerns/stop-for-danger.ts'
import type { Case } from './case.ts'

/** Who hears that something about this case's child has to be reported. */
export const aboutCase = ({ id, child, socialWorker, iro }: Case): About => ({
  case: id,
  child,
  tell: [socialWorker, ...(iro ? [iro] : [])],
})
