/** What follows when the partnership has changed. */
import { takenUpMs } from '../people/apply-version.ts'
import type { Tx } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'

/**
 * Looks soon who holds what they no longer can. For each start of a worker, as `apply-version.ts` does for each version;
 * from then on it looks on every working day by itself.
 */
export const partnershipChanged = ({ tx, now }: Pick<World<Pick<Tx, 'setWake'>>, 'tx' | 'now'>): Promise<void> =>
  tx.setWake({ wake: 'handover-check' }, new Date(now.getTime() + takenUpMs))
