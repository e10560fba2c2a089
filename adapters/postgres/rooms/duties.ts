/** What the room of duties needs from the store. */
import { sql, type Selectable } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import { careBegan } from '../../../src/children/care-began.ts'
import type { ChildrenNeeds } from '../../../src/children/needs.ts'
import type { ConcernsNeeds } from '../../../src/concerns/needs.ts'
import { chasedFor, dutyKinds, type Duty } from '../../../src/duties/duty.ts'
import type { DutiesNeeds, DutyWords } from '../../../src/duties/needs.ts'
import type { ChildId, DutyId, PersonId } from '../../../src/ids.ts'
import { Policies } from '../../../src/partnership/policies.ts'
import { childEventsStore, notHeldFrom, type NotHeldRow } from './child-events.ts'
import { careOf, datesAsOf, type CareColumns } from './care-columns.ts'
import type { Db } from '../schema/database.ts'
import type { DutiesTables } from './duties.tables.ts'
import { offerColumns, offerOf } from './offers.ts'
import { keepParts } from './parts.ts'
import type { Seals } from '../transaction/seals.ts'

type OwnNeeds = Omit<DutiesNeeds, keyof ConcernsNeeds | keyof ChildrenNeeds | 'openChallengeOf'>

export function dutiesStore(db: Db, seals: Seals, at: Date): OwnNeeds {
  return {
    async dutyById(id) {
      const row = await dutyRows(db).where('duties.id', '=', id).executeTakeFirst()
      return row && dutyFrom(row)
    },
    async lockDuty(id) {
      const row = await dutyRows(db).where('duties.id', '=', id).forUpdate(['duties']).executeTakeFirst()
      return row && dutyFrom(row)
    },
    async dutiesOf(child) {
      return (await dutyRows(db).where('child', '=', child).execute()).map(dutyFrom)
    },
    // Only a first filter, to avoid reading every duty; the rules check again.
    async openDutiesOf({ owners, iros, staff, othersThan }) {
      const rows = await dutyRows(db)
        .where('duties.state', '=', 'open')
        .where('children.scope', '=', 'in')
        .whereRef('duties.care_from', '=', 'children.care_from')
        .where((eb) =>
          eb.or([
            ...(owners.length + staff.length > 0 ? [eb('owner', 'in', [...owners, ...staff])] : []),
            ...(owners.length > 0 ? [eb('offered_to', 'in', owners)] : []),
            ...(othersThan ? [eb('owner', 'not in', othersThan)] : []),
            ...(iros.length > 0 ? [eb('iro', 'in', iros)] : []),
          ]),
        )
        .execute()
      return rows.map(dutyFrom)
    },
    saveDuty: (duty) => saveDuty(db, at, duty),
    ...childEventsStore(db),
    async saveDutyWords(id, { kind, by, at, words }) {
      const { key } = await dutyRows(db).select('children.key').where('duties.id', '=', id).executeTakeFirstOrThrow()
      await db
        .insertInto('duty_words')
        .values({ duty: id, kind, by, at, words: seals.seal(key, words) })
        .execute()
    },
    async dutyWordsOf(id) {
      const rows = await db
        .selectFrom('duty_words')
        .innerJoin('duties', 'duties.id', 'duty_words.duty')
        .innerJoin('children', 'children.id', 'duties.child')
        .select(['duty_words.kind', 'duty_words.by', 'duty_words.at', 'duty_words.words', 'children.key'])
        .where('duty', '=', id)
        .orderBy('duty_words.id')
        .execute()
      return rows.map((row) => ({
        kind: row.kind as DutyWords['kind'],
        by: row.by as PersonId,
        at: row.at,
        words: seals.open(row.key, row.words),
      }))
    },
    async takeChildBack(child, by, from) {
      const { numUpdatedRows } = await db
        .updateTable('children')
        .set((eb) => ({
          ...{ social_worker: eb.ref('given_back_from'), allocated_from: from },
          ...{ given_back_by: null, given_back_from: null },
        }))
        .where('id', '=', child)
        .where('scope', '=', 'in')
        .where('social_worker', 'is', null)
        .where('given_back_by', '=', by)
        .executeTakeFirstOrThrow()
      await keepParts(db, at, 'child', [child])
      return numUpdatedRows > 0n
    },
    async clearAllocation(child, by) {
      await db
        .updateTable('children')
        .set((eb) => ({
          ...{ social_worker: null, team: null, allocated_from: null },
          ...{ given_back_by: by, given_back_from: eb.ref('social_worker') },
        }))
        .where('id', '=', child)
        .where('social_worker', 'is not', null)
        .execute()
      await keepParts(db, at, 'child', [child])
    },
  }
}

const dutyRows = (db: Db) =>
  db
    .selectFrom('duties')
    .innerJoin('children', 'children.id', 'duties.child')
    .selectAll('duties')
    .select(['children.ref', 'children.social_worker', 'children.iro', 'children.scope', 'children.given_back_from'])
    .select(['children.legal_status', 'children.care_from as in_care_from', 'children.remand_alone', 'children.as_of'])
    .select(['children.began_returned', 'children.began_said', 'children.began_assumed', 'children.confirmed_at'])
    .select(
      sql<string | null>`(
        select chair from cases where cases.child = duties.child and cases.state not in ('raised', 'closed')
      )`.as('chair'),
    )
    .select(
      sql<NotHeldRow | null>`(
        select json_build_object('id', id, 'kind', kind, 'happened_on', happened_on, 'again_by', again_by, 'again_with', again_with)
        from child_events where child_events.duty = duties.id order by seq desc limit 1
      )`.as('came'),
    )
    .orderBy('due')
    .orderBy('ref')
    .orderBy('kind')

export async function dutiesOfChildren(db: Db, children: readonly string[]): Promise<readonly Duty[]> {
  const rows = await dutyRows(db)
    .where('child', '=', sql<string>`any(${children}::uuid[])`)
    .execute()
  return rows.map(dutyFrom)
}

type Row = Selectable<DutiesTables['duties']> &
  Omit<CareColumns, 'care_from'> &
  Parameters<typeof datesAsOf>[0] & {
    ref: string
    social_worker: string | null
    iro: string | null
    chair: string | null
    given_back_from: string | null
    in_care_from: string | null
    came: NotHeldRow | null
  }

function dutyFrom(row: Row): Duty {
  const kind = dutyKinds.find((one) => one === row.kind)
  if (!kind) throw new Error(`a duty of no known kind: ${row.id}`)
  const care = careOf({ ...row, care_from: row.in_care_from })
  const began = care.scope === 'in' ? careBegan(care) : undefined
  return {
    id: row.id as DutyId,
    child: row.child as ChildId,
    ref: row.ref,
    kind,
    careFrom: row.care_from as Day,
    due: row.due as Day,
    because: row.because,
    owner: row.owner as PersonId,
    ...offerOf(row),
    state: row.state === 'recorded' ? 'recorded' : 'open',
    startedOn: row.started_on as Day,
    ...(row.state === 'open' && notHeldFrom(row.came)),
    ...(row.expected_on !== null && { expectedOn: row.expected_on as Day }),
    ...(row.recorded_on !== null && { recordedOn: row.recorded_on as Day }),
    ...(row.recorded_as !== null && { recordedAs: row.recorded_as }),
    ladder: Policies.shape.ladder.parse(row.ladder),
    ...(row.social_worker !== null && { socialWorker: row.social_worker as PersonId }),
    ...(row.iro !== null && { iro: row.iro as PersonId }),
    ...(row.chair !== null && { chair: row.chair as PersonId }),
    ...(row.given_back_from !== null &&
      row.given_back_from !== row.social_worker && { disownedBy: row.given_back_from as PersonId }),
    ...(began && { began }),
    ...datesAsOf(row),
    chased: chasedFor({ kind, careFrom: row.care_from as Day }, care),
  }
}

async function saveDuty(db: Db, at: Date, duty: Duty): Promise<void> {
  const changing = {
    due: duty.due,
    because: duty.because,
    owner: duty.owner,
    ...offerColumns(duty.offer),
    state: duty.state,
    started_on: duty.startedOn,
    expected_on: duty.expectedOn ?? null,
    recorded_on: duty.recordedOn ?? null,
    recorded_as: duty.recordedAs ?? null,
    ladder: JSON.stringify(duty.ladder),
  }
  await db
    .insertInto('duties')
    .values({ id: duty.id, child: duty.child, kind: duty.kind, care_from: duty.careFrom, ...changing })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
  await keepParts(db, at, 'duty', [duty.id])
}
