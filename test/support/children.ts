import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { keepParts } from '../../adapters/postgres/rooms/parts.ts'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import type { Seals } from '../../adapters/postgres/transaction/seals.ts'
import { numbersMeant } from '../../src/children/given-child.ts'
import { identifierKind } from '../../src/children/identifier.ts'
import type { ChildrenNeeds } from '../../src/children/needs.ts'
import { writeIdentity } from '../../src/children/sealed-identity.ts'
import { referenceFrom } from '../../src/children/reference.ts'
import { Typed } from '../../src/display/typed.ts'
import { ChildId } from '../../src/ids.ts'

export type GivenChild = {
  /** The authority's. */
  readonly identifier?: string
  readonly born?: string
  /** Nothing: allocated to nobody. */
  readonly socialWorker?: string | undefined
  readonly iro?: string | undefined
  readonly scope?: 'in' | 'ended'
  readonly careFrom?: string
  /** Null: no return shows when care began. */
  readonly began?: string | null
  readonly reviewsHeld?: readonly string[]
  /** Absent: nobody knows of which day the dates are. */
  readonly asOf?: string
  readonly id?: string
}

/** A child in the care of the authority, as an import would have left them. */
export async function putChild(db: Kysely<Database>, seals: Seals, given: GivenChild = {}): Promise<ChildId> {
  const {
    identifier = 'LK104',
    born = '2014-05-21',
    scope = 'in',
    careFrom = '2025-02-03',
    began = careFrom,
    id = randomUUID(),
  } = given
  const { socialWorker, iro } = { socialWorker: 'social-worker', iro: 'iro', ...given }
  const key = seals.newKey()
  const [hash] = await seals.hashes(db, identifierKind, new Typed(identifier))
  await db
    .insertInto('children')
    .values({
      id,
      ref: referenceFrom(id),
      identifier_hash: hash,
      identity_hash: hash,
      key,
      identity: seals.sealWords(key, new Typed(writeIdentity(identifier, born, ''))),
      scope,
      care_from: scope === 'in' ? careFrom : null,
      legal_status: scope === 'in' ? 'C2' : null,
      began_returned: scope === 'in' ? began : null,
      social_worker: socialWorker ?? null,
      team: null,
      iro: iro ?? null,
      allocated_from: '2025-02-03',
      confirmed_at: null,
      as_of: given.asOf ?? null,
    })
    .execute()
  for (const held_on of given.reviewsHeld ?? [])
    await db.insertInto('reviews_held').values({ child: id, held_on }).execute()
  await keepParts(db, new Date('2025-02-03T09:00:00Z'), 'child', [id])
  return ChildId.parse(id)
}

/** By the council's own number, as somebody types it. */
export async function byIdentifier(rooms: Pick<ChildrenNeeds, 'childrenFoundBy'>, identifier: string) {
  for (const { kind, words } of numbersMeant(new Typed(identifier)))
    for (const child of await rooms.childrenFoundBy(kind, words)) return child
  return undefined
}
