/** The seam for the one use case that answers with a report, asked from a shell and never in a chat. */
import type { Kysely } from 'kysely'
import type { MergeNeeds } from '../../../src/children/merge-needs.ts'
import type { Occasion } from '../../../src/ports/store.ts'
import type { Database } from '../schema/database.ts'
import { mergingStore } from './merging.ts'
import { climbsStore } from '../rooms/climbs.ts'
import { peopleStore } from '../rooms/people.ts'
import type { Seals } from '../transaction/seals.ts'
import { baseTx } from '../transaction/transaction.ts'

export type MergeStore = {
  readonly transact: <Result>(occasion: Occasion, work: (tx: MergeNeeds) => Promise<Result>) => Promise<Result>
}

/** `version`: of the partnership in force, which each fact names. */
export function createMergeStore(db: Kysely<Database>, seals: Seals, version?: number): MergeStore {
  return {
    transact: (occasion, work) =>
      db.transaction().execute((trx) => {
        const recorded = { ...occasion, version }
        return work({
          ...baseTx(trx, recorded),
          ...peopleStore(trx),
          ...climbsStore(trx, occasion.at),
          ...mergingStore(trx, seals, recorded),
        })
      }),
  }
}
