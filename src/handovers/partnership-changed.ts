/** What follows when the partnership has changed. */
import { takenUpMs } from '../people/apply-version.ts'
import type { Tx } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'

/**
 * Soon checks who holds something they no longer may. For each start of a worker, as `apply-version.ts` does for each version;
 * from then on the check comes by itself on every working day.
 */
export const partnershipChanged = ({ tx, now }: Pick<World<Pick<Tx, 'setWake'>>, 'tx' | 'now'>): Promise<void> =>
  tx.setWake({ wake: 'handover-check' }, new Date(now.getTime() + takenUpMs))
