/** Children of a return whom nobody is known as, beside those that are known by a like identifier or the pupil number. */
import { sql } from 'kysely'
import type { StagedLike, TakenFor } from '../../../src/children/merge-needs.ts'
import { readIdentity } from '../../../src/children/sealed-identity.ts'
import { ChildId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

type Row = {
  child: number
  row: number
  key: Buffer
  identity: Buffer
  id: string
  known_key: Buffer
  known_identity: Buffer
}

export async function stagedLike(db: Db, seals: Seals, staging: string): Promise<readonly StagedLike[]> {
  const { rows } = await sql<Row>`
    with
      unknown as (
        select staged.* from staged_children staged
        where staging = ${staging}
          and not exists (select from children where children.identifier_hash = staged.identifier_hash)
      ),
      alike as (
        select unknown.child, known.id from unknown
          join children known on known.identifier_hash = any(unknown.like_hashes)
        union
        select unknown.child, known.id from unknown
          join children known on known.found_by_hash @> array[unknown.upn_hash]
      )
    select
      unknown.child, unknown.row, unknown.key, unknown.identity,
      known.id, known.key as known_key, known.identity as known_identity
    from alike
    join unknown using (child)
    join children known using (id)
    where not exists (
      select from staged_children
      where staging = ${staging} and staged_children.identifier_hash = known.identifier_hash
    )
    order by unknown.child, known.id`.execute(db)
  const { bornOn } = opening(seals)
  const likes = new Map<number, StagedLike>()
  for (const { child, row, ...one } of rows) {
    const known = {
      id: ChildId.parse(one.id),
      sameBirthday: bornOn(one.key, one.identity) === bornOn(one.known_key, one.known_identity),
    }
    likes.set(child, { child, row, known: [...(likes.get(child)?.known ?? []), known] })
  }
  return [...likes.values()]
}

/** Only what differs in some word has to be opened. */
export async function stagedBornOtherwise(db: Db, seals: Seals, staging: string) {
  const { rows } = await sql<Omit<Row, 'id'>>`
    select staged.child, staged.row, staged.key, staged.identity, known.key as known_key, known.identity as known_identity
    from staged_children staged
    join children known using (identifier_hash)
    where staging = ${staging} and known.identity_hash <> staged.identity_hash
    order by staged.child`.execute(db)
  const { bornOn } = opening(seals)
  return rows.filter((one) => bornOn(one.key, one.identity) !== bornOn(one.known_key, one.known_identity))
}

const opening = (seals: Seals) => ({
  bornOn: (key: Buffer, identity: Buffer): string =>
    readIdentity(seals.openWords(key, identity).reveal()).birthday.reveal(),
})

/** From here on they are found as every child of the return is; what is sealed of them stays. */
export async function takeFor(db: Db, staging: string, taken: readonly TakenFor[]): Promise<void> {
  await sql`
    update staged_children
    set identifier_hash = children.identifier_hash, identity_hash = children.identity_hash,
      upn_hash = children.found_by_hash[1]
    from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as taken (child integer, known uuid)
    join children on children.id = taken.known
    where staging = ${staging} and staged_children.child = taken.child`.execute(db)
}

export async function leaveOut(db: Db, staging: string, children: readonly number[]): Promise<void> {
  await sql`
    update staged_children set left_out = true
    where staging = ${staging} and child = any(${children}::integer[])`.execute(db)
}
