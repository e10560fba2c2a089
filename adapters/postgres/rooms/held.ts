/** Who holds what is open: read for lists and messages, without a lock. */
import { sql } from 'kysely'
import type { ActionKind } from '../../../src/actions/kind.ts'
import type { DutyKind } from '../../../src/duties/duty.ts'
import { HeldAs } from '../../../src/handovers/asks.ts'
import type { HandoversNeeds } from '../../../src/handovers/needs.ts'
import type { AgencyId, CaseId, ChildId, MeetingId, PersonId, RequestId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import { casesWhere } from './cases.ts'

type OwnNeeds = Pick<
  HandoversNeeds,
  'holders' | 'childrenHeldBy' | 'casesHeldBy' | 'casesByIds' | 'viewsHeldBy' | 'notesHeldBy'
>

export function heldStore(db: Db, seals: Seals): OwnNeeds {
  return {
    async holders() {
      const { rows } = await sql<HolderRow>`
        select 'child-social-worker' as part, social_worker as holder, null as agency, null as duty, null as kind,
            iro, null as chair
          from children where scope = 'in' and social_worker is not null
        union select 'child-iro', iro, null, null, null, null, null
          from children where scope = 'in' and iro is not null
        union select 'case-social-worker', social_worker, null, null, null, iro, null
          from cases where state <> 'closed'
        union select 'case-iro', iro, null, null, null, null, null
          from cases where state <> 'closed' and iro is not null
        union select 'case-chair', chair, null, null, null, iro, null from cases
          where state not in ('raised', 'closed') and chair is not null
        union select 'view', person, agency, null, null, null, null
          from requests join cases on cases.id = requests.case_id
          where cases.state = 'asking' and requests.state in ('asked', 'known')
        union select 'action', owner, agency, null, actions.kind, iro, chair
          from actions join cases on cases.id = actions.case_id
          where cases.state <> 'closed' and actions.state = 'open'
        union select 'duty', owner, null, duties.kind, null, children.iro, cases.chair
          from duties join children on children.id = duties.child
          left join cases on cases.child = duties.child and cases.state not in ('raised', 'closed')
          where duties.state = 'open'
        union select 'notes', note_taker, null, null, null, null, null
          from meetings join cases on cases.id = meetings.case_id
          where cases.state <> 'closed' and meetings.state <> 'approved' and note_taker is not null`.execute(db)
      return rows.map(({ part, holder, agency, duty, kind, iro, chair }) => ({
        part: HeldAs.parse(part),
        holder,
        ...(agency !== null && { agency }),
        ...(duty !== null && { duty }),
        ...(kind !== null && { kind }),
        ...(iro !== null && { iro }),
        ...(chair !== null && { chair }),
      }))
    },
    async childrenHeldBy(people) {
      const rows = await db
        .selectFrom('children')
        .select(['id', 'ref', 'social_worker', 'iro'])
        .where('scope', '=', 'in')
        .where((eb) => eb.or([eb('social_worker', 'in', people), eb('iro', 'in', people)]))
        .orderBy('ref')
        .execute()
      return rows.map(({ id, ref, social_worker, iro }) => ({
        id: id as ChildId,
        ref,
        ...(social_worker !== null && { socialWorker: social_worker as PersonId }),
        ...(iro !== null && { iro: iro as PersonId }),
      }))
    },
    async casesHeldBy(people, children) {
      const rows = await db
        .selectFrom('cases')
        .select('id')
        .where('state', '<>', 'closed')
        .where((eb) =>
          eb.or([
            eb('social_worker', 'in', people),
            eb('iro', 'in', people),
            eb('chair', 'in', people),
            ...(children.length > 0 ? [eb('child', 'in', children)] : []),
          ]),
        )
        .execute()
      return unlocked(rows.map(({ id }) => id))
    },
    casesByIds: (ids) => unlocked([...new Set(ids)]),
    async viewsHeldBy(people) {
      const rows = await db
        .selectFrom('requests')
        .innerJoin('cases', 'cases.id', 'requests.case_id')
        .select(['requests.id', 'requests.case_id', 'requests.agency', 'requests.person'])
        .where('cases.state', '=', 'asking')
        .where('requests.state', 'in', ['asked', 'known'])
        .where('requests.person', 'in', people)
        .execute()
      return rows.map(({ id, case_id, agency, person }) => ({
        id: id as RequestId,
        case: case_id as CaseId,
        agency: agency as AgencyId,
        person: person as PersonId,
      }))
    },
    async notesHeldBy(people) {
      const rows = await db
        .selectFrom('meetings')
        .innerJoin('cases', 'cases.id', 'meetings.case_id')
        .select(['meetings.id', 'meetings.case_id', 'meetings.note_taker'])
        .where('cases.state', '<>', 'closed')
        .where('meetings.state', '<>', 'approved')
        .where('meetings.note_taker', 'in', people)
        .execute()
      return rows.map(({ id, case_id, note_taker }) => ({
        id: id as MeetingId,
        case: case_id as CaseId,
        noteTaker: note_taker as PersonId,
      }))
    },
  }

  async function unlocked(ids: readonly string[]) {
    return ids.length === 0 ? [] : casesWhere(db, seals, ids, 'unlocked')
  }
}

type HolderRow = {
  part: string
  holder: PersonId
  agency: AgencyId | null
  duty: DutyKind | null
  kind: ActionKind | null
  iro: PersonId | null
  chair: PersonId | null
}
