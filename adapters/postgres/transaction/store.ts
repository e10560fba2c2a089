/** An ask or a wake, and everything that it does, in one transaction: what every use case reads and writes through. */
import type { Kysely, Transaction } from 'kysely'
import type { Answer } from '../../../src/display/answer.ts'
import { isRefusal } from '../../../src/display/refusal.ts'
import type { AllNeeds } from '../../../src/needs.ts'
import type { Occasion, Store } from '../../../src/ports/store.ts'
import { asksSettledBy } from '../../../src/settled-by.ts'
import { Wake } from '../../../src/vocabulary.ts'
import { accountsStore } from '../accounts/accounts-store.ts'
import { actionsStore } from '../rooms/actions.ts'
import { casesStore } from '../rooms/cases.ts'
import { aroundCareStore } from '../rooms/around-care.ts'
import { challengesStore } from '../rooms/challenges.ts'
import { childrenStore } from '../rooms/children.ts'
import { climbsStore } from '../rooms/climbs.ts'
import { concernsStore } from '../rooms/concerns.ts'
import type { Database } from '../schema/database.ts'
import { dutiesStore } from '../rooms/duties.ts'
import { handoversStore } from '../rooms/handovers.ts'
import { heldStore } from '../rooms/held.ts'
import type { Recorded } from '../log/facts.ts'
import { inOneTransaction } from './in-one-transaction.ts'
import { laterEachTime } from './later-each-time.ts'
import { look } from './look.ts'
import { inputsStore } from '../rooms/inputs.ts'
import { meetingsStore } from '../rooms/meetings.ts'
import { nudgesStore } from '../rooms/nudges.ts'
import { versionsStore } from '../partnership-versions.ts'
import { peopleStore } from '../rooms/people.ts'
import type { Seals } from './seals.ts'
import { baseTx } from './transaction.ts'

export type StoreParts = {
  readonly db: Kysely<Database>
  readonly seals: Seals
  /** Called after each commit that left something to send or to ring, so that it happens at once. */
  readonly committed: () => void
  /**
   * The version of the partnership in force, which each fact names; read at once when a transaction is asked for, so that
   * it is the one that the use case was given. None: facts name none.
   */
  readonly version?: () => number | undefined
}

export function createStore({ db, seals, committed, version }: StoreParts): Store<AllNeeds> {
  async function transact<Result>(
    occasion: Occasion,
    work: (tx: AllNeeds, trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result> {
    const stirred = { worker: false }
    const recorded = { ...occasion, version: version?.() }
    let refusal: Result | undefined
    try {
      const result = await inOneTransaction(db, async (trx) => {
        const found = await work(noticing(needsOf(trx, seals, recorded), stirred), trx)
        if (!isRefusal(found)) return found
        refusal = found
        throw new RolledBack()
      })
      if (stirred.worker) committed()
      return result
    } catch (error) {
      if (error instanceof RolledBack && refusal !== undefined) return refusal
      throw error
    }
  }

  return {
    transact: (occasion, work) => transact(occasion, work),
    answerOnce: (occasion, work) =>
      transact(occasion, async (tx, trx) => {
        const earlier = await claimOnce(trx, occasion)
        if (earlier) return earlier
        const answer = await work(tx)
        if (!isRefusal(answer)) await keepAnswer(trx, occasion, answer)
        return answer
      }),
    look: (at, work) => look(db, (trx) => work(needsOf(trx, seals, { at }))),
    async ringDue(at, ring) {
      const recorded = { at, version: version?.() }
      const rang = await inOneTransaction(db, async (trx) => {
        const due = await trx
          .selectFrom('wakes')
          .selectAll()
          .where('due', '<=', at)
          .orderBy('due')
          .orderBy('key')
          .limit(1)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst()
        if (!due) return 'none' as const
        // Removed before it rings, since ringing may set the same wake again.
        await trx.deleteFrom('wakes').where('key', '=', due.key).execute()
        try {
          await ring(needsOf(trx, seals, recorded), Wake.parse(due.wake))
        } catch (error) {
          throw new RingFailed(due.key, due.tries, error)
        }
        return 'rang' as const
      }).catch(async (error: unknown) => {
        if (!(error instanceof RingFailed)) throw error
        await db
          .updateTable('wakes')
          .set({ due: laterEachTime(at, error.tries), tries: error.tries + 1 })
          .where('key', '=', error.key)
          .execute()
        throw error
      })
      if (rang === 'rang') committed()
      return rang === 'rang'
    },
  }
}

/** What use cases read and write through, on one transaction. */
export function needsOf(trx: Transaction<Database>, seals: Seals, occasion: Recorded): AllNeeds {
  return {
    ...baseTx(trx, occasion),
    ...peopleStore(trx),
    ...accountsStore(trx, seals, occasion.at),
    ...childrenStore(trx, seals),
    ...aroundCareStore(trx, seals, occasion.at),
    ...climbsStore(trx, occasion.at),
    ...concernsStore(trx, seals),
    ...casesStore(trx, seals, occasion.at),
    ...inputsStore(trx, seals),
    ...actionsStore(trx, seals, occasion.at),
    ...dutiesStore(trx, seals, occasion.at),
    ...challengesStore(trx, seals),
    ...nudgesStore(trx),
    ...meetingsStore(trx, seals, occasion.at),
    ...heldStore(trx, seals),
    ...handoversStore(trx, seals, occasion.at),
    ...versionsStore(trx, occasion.at),
  }
}

/** Most asks only open something: they leave the worker nothing to do, and waking it costs as much as they do. */
const noticing = (needs: AllNeeds, stirred: { worker: boolean }): AllNeeds => ({
  ...needs,
  say(message) {
    stirred.worker = true
    return needs.say(message)
  },
  record(fact) {
    stirred.worker ||= asksSettledBy(fact.fact).length > 0
    return needs.record(fact)
  },
  setWake(wake, at) {
    stirred.worker = true
    return needs.setWake(wake, at)
  },
})

/** Thrown through the transaction so that a refusal leaves nothing behind. */
class RolledBack extends Error {
  constructor() {
    super('refused')
  }
}

class RingFailed extends Error {
  readonly key: string
  readonly tries: number
  constructor(key: string, tries: number, cause: unknown) {
    super('a wake could not ring', { cause })
    this.key = key
    this.tries = tries
  }
}

type AskedOnce = Occasion & { readonly once?: string }

/** Waits for the same key in another transaction, if there is one, and gives its answer. */
async function claimOnce(trx: Transaction<Database>, { once, at }: AskedOnce): Promise<Answer | undefined> {
  if (!once) return undefined
  const claimed = await trx
    .insertInto('answered')
    .values({ key: once, answer: null, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const row = await trx.selectFrom('answered').select('answer').where('key', '=', once).executeTakeFirst()
  return (row?.answer ?? undefined) as Answer | undefined
}

/** Only a plain sentence is kept: a form or a reading may hold what people typed, and is worked out again. */
async function keepAnswer(trx: Transaction<Database>, { once }: AskedOnce, answer: Answer): Promise<void> {
  if (!once) return
  if (answer.kind === 'done')
    await trx
      .updateTable('answered')
      .set({ answer: JSON.stringify(answer) })
      .where('key', '=', once)
      .execute()
  else await trx.deleteFrom('answered').where('key', '=', once).execute()
}
