/** What the room of actions needs from the store. */
import type { Selectable } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import type { CaseState } from '../../../src/cases/case.ts'
import type { ToldOf } from '../../../src/cases/family.ts'
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import { chasedWhile, type Action } from '../../../src/actions/action.ts'
import type { ActionKind } from '../../../src/actions/kind.ts'
import type { ActionsNeeds, ActionWords } from '../../../src/actions/needs.ts'
import { Typed, type Cleared } from '../../../src/display/typed.ts'
import type { ActionId, AgencyId, CaseId, ChildId, PersonId } from '../../../src/ids.ts'
import { Policies } from '../../../src/partnership/policies.ts'
import type { ActionsTables } from './actions.tables.ts'
import { keyOf } from './cases.ts'
import { offerColumns, offerOf } from './offers.ts'
import { keepParts } from './parts.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export function actionsStore(db: Db, seals: Seals, at: Date): Omit<ActionsNeeds, keyof CasesNeeds> {
  return {
    async actionById(id) {
      const row = await actionRows(db).where('actions.id', '=', id).executeTakeFirst()
      return row && actionFrom(row, seals)
    },
    async actionsOf(id) {
      const rows = await actionRows(db).where('case_id', '=', id).execute()
      return rows.map((row) => actionFrom(row, seals))
    },
    // Only a first filter, to avoid reading every action; the rules check again.
    async openActionsOf({ owners, agencies, iros }) {
      const rows = await actionRows(db)
        .where('actions.state', '=', 'open')
        .where('cases.state', '<>', 'closed')
        .where((eb) =>
          eb.or([
            ...(owners.length > 0 ? [eb('owner', 'in', owners), eb('offered_to', 'in', owners)] : []),
            ...(agencies.length > 0 ? [eb('agency', 'in', agencies)] : []),
            ...(iros.length > 0 ? [eb('cases.iro', 'in', iros)] : []),
          ]),
        )
        .execute()
      return rows.map((row) => actionFrom(row, seals))
    },
    saveAction: (action) => saveAction(db, seals, at, action),
    async saveActionWords(id, { kind, by, at, words }) {
      const { case_id } = await db
        .selectFrom('actions')
        .select('case_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const sealed = seals.seal(await keyOf(db, case_id as CaseId), words)
      await db.insertInto('action_words').values({ action: id, kind, by, at, words: sealed }).execute()
    },
    async actionWordsOf(id) {
      const rows = await db
        .selectFrom('action_words')
        .innerJoin('actions', 'actions.id', 'action_words.action')
        .innerJoin('cases', 'cases.id', 'actions.case_id')
        .select(['action_words.kind', 'action_words.by', 'action_words.at', 'action_words.words', 'cases.key'])
        .where('action', '=', id)
        .orderBy('action_words.id')
        .execute()
      return rows.map((row) => ({
        kind: row.kind as ActionWords['kind'],
        by: row.by as PersonId,
        at: row.at,
        words: seals.open(row.key, row.words),
      }))
    },
  }
}

const actionRows = (db: Db) =>
  db
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.case_id')
    .selectAll('actions')
    .select(['cases.ref', 'cases.child', 'cases.iro', 'cases.chair', 'cases.key', 'cases.state as case_state'])
    .orderBy('due')
    .orderBy('promised_at')
    .orderBy('actions.id')

type Row = Selectable<ActionsTables['actions']> & {
  ref: string
  child: string
  iro: string | null
  chair: string | null
  key: Buffer
  case_state: string
}

function actionFrom(row: Row, seals: Seals): Action {
  // They were cleared before they were kept.
  const cleared = (sealed: Buffer) => seals.openWords(row.key, sealed).reveal() as Cleared
  return {
    id: row.id as ActionId,
    case: row.case_id as CaseId,
    ...{ ref: row.ref, child: row.child as ChildId },
    owner: row.owner as PersonId,
    ...offerOf(row),
    ...(row.agency !== null && { agency: row.agency as AgencyId }),
    what: cleared(row.what),
    know: cleared(row.know),
    ...(row.kind !== null && { kind: row.kind as ActionKind }),
    ...(row.tells !== null && { tells: row.tells as ToldOf }),
    firstDue: row.first_due as Day,
    due: row.due as Day,
    moves: row.moves,
    startedOn: row.started_on as Day,
    state: row.state as Action['state'],
    ...(row.done_on !== null && { doneOn: row.done_on as Day }),
    ladder: Policies.shape.ladder.parse(row.ladder),
    promisedAt: row.promised_at,
    ...(row.iro !== null && { iro: row.iro as PersonId }),
    ...(row.chair !== null && { chair: row.chair as PersonId }),
    chased: chasedWhile(row.case_state as CaseState),
  }
}

async function saveAction(db: Db, seals: Seals, at: Date, action: Action): Promise<void> {
  const key = await keyOf(db, action.case)
  const changing = {
    owner: action.owner,
    ...offerColumns(action.offer),
    agency: action.agency ?? null,
    ...{ first_due: action.firstDue, due: action.due },
    moves: action.moves,
    state: action.state,
    done_on: action.doneOn ?? null,
  }
  await db
    .insertInto('actions')
    .values({
      id: action.id,
      case_id: action.case,
      what: seals.sealWords(key, new Typed(action.what)),
      know: seals.sealWords(key, new Typed(action.know)),
      kind: action.kind ?? null,
      tells: action.tells ?? null,
      ladder: JSON.stringify(action.ladder),
      promised_at: action.promisedAt,
      started_on: action.startedOn,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
  await keepParts(db, at, 'action', [action.id])
}
