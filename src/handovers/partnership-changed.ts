/** What follows when the partnership has changed. */
import type { Tx } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'

/** Until every running process has taken up the version that was applied: they look every few seconds. */
const takenUpMs = 10_000

/**
 * Looks soon who holds what they no longer can. For whatever changes the partnership, in its transaction, and for each
 * start of a worker; from then on it looks on every working day by itself.
 */
export const partnershipChanged = ({ tx, now }: Pick<World<Pick<Tx, 'setWake'>>, 'tx' | 'now'>): Promise<void> =>
  tx.setWake({ wake: 'handover-check' }, new Date(now.getTime() + takenUpMs))
