/** Children in care, as the rooms ask for them. */
import { sql } from 'kysely'
import { asDay } from '../../src/calendar/day.ts'
import { outOfScopeBecause, type Allocation, type Care, type Child } from '../../src/children/child.ts'
import { readIdentifier } from '../../src/children/identifier.ts'
import { legalStatuses } from '../../src/children/legal-status.ts'
import type { ChildrenNeeds } from '../../src/children/needs.ts'
import { ChildId, PersonId } from '../../src/ids.ts'
import type { Tx } from '../../src/ports/transaction.ts'
import type { Db } from './database.ts'
import type { Seals } from './seals.ts'

/** What the authority's identifier is hashed as. */
export const identifierKind = 'child-identifier'

export function childrenStore(db: Db, seals: Seals): Omit<ChildrenNeeds, keyof Tx> {
  return {
    async childById(id) {
      const row = await childRows(db).where('children.id', '=', id).executeTakeFirst()
      return row && childOf(row)
    },
    async childByIdentifier(identifier) {
      const written = readIdentifier(identifier.reveal())
      if (!written) return undefined
      const hash = seals.keyedHash(identifierKind, written)
      const row = await childRows(db).where('identifier_hash', '=', hash).executeTakeFirst()
      return row && childOf(row)
    },
    async childrenOf(socialWorker) {
      const rows = await childRows(db)
        .where('social_worker', '=', socialWorker)
        .where('scope', '=', 'in')
        .orderBy('ref')
        .execute()
      return rows.map(childOf)
    },
    async childIdentityOf(id) {
      const row = await db
        .selectFrom('children')
        .select(['key', 'identifier', 'birthday', 'upn'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      return {
        identifier: seals.openWords(row.key, row.identifier),
        birthday: seals.openWords(row.key, row.birthday),
        ...(row.upn && { upn: seals.openWords(row.key, row.upn) }),
      }
    },
    async confirmChild(id, at) {
      await db.updateTable('children').set({ confirmed_at: at }).where('id', '=', id).execute()
    },
  }
}

const childRows = (db: Db) =>
  db
    .selectFrom('children')
    .select(['id', 'ref', 'scope', 'care_from', 'legal_status', 'confirmed_at'])
    .select(['social_worker', 'team', 'iro', 'allocated_from'])
    .select(
      sql<string[]>`array(
        select held_on::text from reviews_held
        where reviews_held.child = children.id and held_on >= children.care_from
        order by held_on
      )`.as('reviews_held'),
    )

type ChildRow = {
  id: string
  ref: string
  confirmed_at: Date | null
  reviews_held: string[]
} & CareColumns &
  AllocationColumns

export type CareColumns = { scope: string; care_from: string | null; legal_status: string | null }

export type AllocationColumns = {
  social_worker: string | null
  team: string | null
  iro: string | null
  allocated_from: string | null
}

function childOf(row: ChildRow): Child {
  const allocation = allocationOf(row)
  return {
    id: ChildId.parse(row.id),
    ref: row.ref,
    ...careOf(row),
    reviewsHeld: row.reviews_held.map(asDay),
    ...(allocation && { allocation }),
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at }),
  }
}

export function careOf({ scope, care_from, legal_status }: CareColumns): Care {
  const because = outOfScopeBecause.find((reason) => reason === scope)
  if (because) return { scope: because }
  const legalStatus = legalStatuses.find((status) => status === legal_status)
  if (!care_from || !legalStatus) throw new Error('a child in scope has no start of care or no legal status')
  return { scope: 'in', careFrom: asDay(care_from), legalStatus }
}

export function allocationOf({ social_worker, team, iro, allocated_from }: AllocationColumns): Allocation | undefined {
  if (!social_worker || !allocated_from) return undefined
  return {
    socialWorker: PersonId.parse(social_worker),
    ...(team && { team }),
    ...(iro && { iro: PersonId.parse(iro) }),
    from: asDay(allocated_from),
  }
}
