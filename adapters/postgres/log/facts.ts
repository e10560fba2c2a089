/** The log: each line holds the hash of the line before it in its chain, so that a line that was removed or changed shows. */
import { createHash } from 'node:crypto'
import type { Occasion } from '../../../src/ports/store.ts'
import type { Fact } from '../../../src/vocabulary.ts'
import type { Db } from '../schema/database.ts'

/** A chain for each case, each child, and one for the partnership itself. */
export function chainOf(fact: Fact): string {
  if ('case' in fact && fact.case) return `case-${fact.case}`
  if ('child' in fact && fact.child) return `child-${fact.child}`
  return 'partnership'
}

/** When and by whom, and which version of the partnership was in force, where that is known. */
export type Recorded = Pick<Occasion, 'at' | 'by'> & { readonly version?: number | undefined }

export async function recordFact(db: Db, { at, by, version }: Recorded, fact: Fact): Promise<void> {
  const chain = chainOf(fact)
  await db
    .insertInto('chains')
    .values({ chain, hash: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const head = await db
    .selectFrom('chains')
    .select('hash')
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { fact: kind, ...data } = fact
  const line = { chain, fact: kind, data: canonical(data), by: by ?? null, previous: head.hash }
  const hash = hashOf({ ...line, at: at.toISOString(), version: version ?? null })
  await db
    .insertInto('facts')
    .values({ ...line, at, partnership_version: version ?? null, hash })
    .execute()
  await db.updateTable('chains').set({ hash }).where('chain', '=', chain).execute()
}

export type ChainLine = {
  readonly chain: string
  readonly fact: string
  readonly data: string
  readonly by: string | null
  readonly at: string
  readonly previous: string
  readonly version: number | null
}

/**
 * SHA-256 over the line in a fixed order, as hexadecimal digits. A line without a version is hashed as lines were before
 * there were any, so that an old log still holds.
 */
export function hashOf({ chain, fact, data, by, at, previous, version }: ChainLine): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, chain, fact, data, by, at, ...(version === null ? [] : [version])]))
    .digest('hex')
}

/** The same data gives the same text whatever the order of its keys: PostgreSQL keeps its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
