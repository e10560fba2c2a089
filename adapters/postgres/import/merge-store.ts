/** The seam for the one use case that answers with a report, asked from a shell and never in a chat. */
import type { Kysely } from 'kysely'
import type { MergeNeeds } from '../../../src/children/merge-needs.ts'
import type { FollowNeeds } from '../../../src/handovers/needs.ts'
import type { Occasion } from '../../../src/ports/store.ts'
import type { Database } from '../schema/database.ts'
import { handOnStore } from './hand-on.ts'
import { mergingStore } from './merging.ts'
import type { Seals } from '../transaction/seals.ts'
import { inOneTransaction } from '../transaction/in-one-transaction.ts'
import { needsOf } from '../transaction/store.ts'

export type MergeStore = {
  readonly transact: <Result>(
    occasion: Occasion,
    work: (tx: MergeNeeds & FollowNeeds) => Promise<Result>,
  ) => Promise<Result>
}

/** `version`: of the partnership in force, which each fact names. */
export function createMergeStore(db: Kysely<Database>, seals: Seals, version?: number): MergeStore {
  return {
    transact: (occasion, work) =>
      inOneTransaction(db, (trx) => {
        const recorded = { ...occasion, version }
        return work({
          ...needsOf(trx, seals, recorded),
          ...mergingStore(trx, seals, recorded),
          ...handOnStore(trx, seals, recorded),
        })
      }),
  }
}
