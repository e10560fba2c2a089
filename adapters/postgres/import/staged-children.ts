/** Children of a staged return, each with its rows and with what is known of it. */
import { sql } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import type { KnownChild, StagedForMerge } from '../../../src/children/merge-needs.ts'
import { legalStatuses } from '../../../src/children/legal-status.ts'
import { ChildId, PersonId } from '../../../src/ids.ts'
import { careOf, type CareColumns } from '../rooms/care-columns.ts'
import type { Db } from '../schema/database.ts'

// Days come out of columns of the type `date`, so they are days: to read them again takes longer than all the rest.
type EpisodeCells = readonly [row: number, from: Day, to: Day | null, ls: string, starts: boolean, leaves: boolean]
type ReviewCells = readonly [row: number, on: Day]
type AllocationCells = readonly [row: number, worker: string, team: string | null, iro: string | null, from: Day]

type StagedRow = {
  child: number
  row: number
  of_age: boolean
  left_out: boolean
  episodes: readonly EpisodeCells[] | null
  reviews: readonly ReviewCells[] | null
  allocations: readonly AllocationCells[] | null
} & (KnownRow | { id: null })

type KnownRow = CareColumns & {
  id: string
  ref: string
  same_identity: boolean
  social_worker: string | null
  team: string | null
  iro: string | null
  allocated_from: Day | null
  handed_over: boolean
  confirmed_at: Date | null
  reviews_held: readonly Day[] | null
  reviews_taken_back: readonly Day[] | null
}

export async function stagedChildren(
  db: Db,
  staging: string,
  from: number,
  limit: number,
): Promise<readonly StagedForMerge[]> {
  const these = sql`staging = ${staging} and child >= ${from} and child < ${from + limit}`
  const { rows } = await sql<StagedRow>`
    with
      episodes as (
        select child, json_agg(json_build_array(
          row, from_day, to_day, legal_status, starts_care, leaves_care) order by row) as episodes
        from staged_episodes where ${these} group by child
      ),
      reviews as (
        select child, json_agg(json_build_array(row, held_on) order by row) as reviews
        from staged_reviews where ${these} group by child
      ),
      allocations as (
        select child, json_agg(json_build_array(row, social_worker, team, iro, from_day) order by row) as allocations
        from staged_allocations where ${these} group by child
      ),
      returned as (
        select child, row, of_age, left_out, identifier_hash, identity_hash from staged_children where ${these}
      ),
      held as (
        select known.id, array_agg(held_on::text order by held_on) as reviews_held
        from returned
        join children known using (identifier_hash)
        join reviews_held on reviews_held.child = known.id
        group by known.id
      ),
      taken_back as (
        select child as id, array_agg(held_on::text) as reviews_taken_back from reviews_taken_back group by child
      )
    select
      child, row, of_age, left_out, episodes, reviews, allocations,
      known.id, known.ref, known.identity_hash = returned.identity_hash as same_identity, known.scope,
      known.care_from, known.legal_status, known.began_returned, known.began_said, known.began_assumed, known.remand_alone,
      known.social_worker, known.team, known.iro, known.allocated_from, known.handed_over,
      known.confirmed_at, reviews_held, reviews_taken_back
    from returned
    left join episodes using (child)
    left join reviews using (child)
    left join allocations using (child)
    left join children known using (identifier_hash)
    left join held on held.id = known.id
    left join taken_back on taken_back.id = known.id
    order by child
  `.execute(db)
  return rows.map(forMerge)
}

function forMerge(row: StagedRow): StagedForMerge {
  const { child, episodes, reviews, allocations } = row
  return {
    child,
    leftOut: row.left_out,
    returned: {
      row: row.row,
      ofAge: row.of_age,
      episodes: (episodes ?? []).map(episodeOf),
      reviews: (reviews ?? []).map(([place, on]) => ({ row: place, on })),
      allocations: (allocations ?? []).map(([place, ...cells]) => ({ row: place, allocation: allocationOf(...cells) })),
    },
    ...(row.id !== null && { known: knownOf(row) }),
  }
}

function episodeOf([row, from, to, ls, startsCare, leavesCare]: EpisodeCells) {
  const legalStatus = legalStatuses.find((status) => status === ls)
  if (!legalStatus) throw new Error('an episode was staged with no legal status that we know')
  return { row, from, ...(to && { to }), legalStatus, startsCare, leavesCare }
}

function allocationOf(worker: string, team: string | null, iro: string | null, from: Day) {
  return {
    socialWorker: PersonId.parse(worker),
    ...(team && { team }),
    ...(iro && { iro: PersonId.parse(iro) }),
    from,
  }
}

function knownOf(row: KnownRow): KnownChild {
  return {
    id: ChildId.parse(row.id),
    ref: row.ref,
    sameIdentity: row.same_identity,
    state: {
      care: careOf(row),
      reviews: row.reviews_held ?? [],
      ...(row.reviews_taken_back && { takenBack: row.reviews_taken_back }),
      ...(row.social_worker &&
        row.allocated_from && {
          allocation: {
            ...allocationOf(row.social_worker, row.team, row.iro, row.allocated_from),
            ...(row.handed_over && { handedOver: true as const }),
          },
        }),
      ...(row.confirmed_at && { confirmedAt: row.confirmed_at }),
    },
  }
}
