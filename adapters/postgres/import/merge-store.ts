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

/** `version`: of the partnership in force, which each fact names. A merge that was stopped leaves nothing behind. */
export function createMergeStore(db: Kysely<Database>, seals: Seals, version?: number): MergeStore {
  return {
    async transact(occasion, work) {
      try {
        return await inOneTransaction(db, async (trx) => {
          const recorded = { ...occasion, version }
          const result = await work({
            ...needsOf(trx, seals, recorded),
            ...mergingStore(trx, seals, recorded),
            ...handOnStore(trx, seals, recorded),
          })
          if (isStopped(result)) throw new Stopped(result)
          return result
        })
      } catch (error) {
        if (error instanceof Stopped) return error.result as Awaited<ReturnType<typeof work>>
        throw error
      }
    },
  }
}

class Stopped extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('the merge was stopped')
    this.result = result
  }
}

const isStopped = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'stopped' in result && result.stopped !== undefined
