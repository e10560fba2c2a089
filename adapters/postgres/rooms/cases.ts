/** What the room of cases needs from the store. */
import { sql } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import type { Theme } from '../../../src/cases/themes.ts'
import type { AskedAgency, Case, CaseState, ConfirmedIdentity, RequestState } from '../../../src/cases/case.ts'
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import type { ChildrenNeeds } from '../../../src/children/needs.ts'
import type { ConcernsNeeds } from '../../../src/concerns/needs.ts'
import type { Answered } from '../../../src/display/answered.ts'
import type { AgencyId, CaseId, ChildId, PersonId } from '../../../src/ids.ts'
import { Policies } from '../../../src/partnership/policies.ts'
import type { Db } from '../schema/database.ts'
import { closedCasesOf, openCasesOf } from './cases-of.ts'
import { closingsStore } from './closings.ts'
import { hashesOf } from './confirmed-identities.ts'
import { familyColumns, familyOf, toTellFamily } from './family.ts'
import { keepParts } from './parts.ts'
import { raisingsStore } from './raisings.ts'
import type { Seals } from '../transaction/seals.ts'

type OwnNeeds = Omit<CasesNeeds, keyof ConcernsNeeds | keyof ChildrenNeeds>

export function casesStore(db: Db, seals: Seals, at: Date): OwnNeeds {
  return {
    ...raisingsStore(db, seals),
    ...closingsStore(db, seals),
    caseById: async (id) => (await casesWhere(db, seals, [id]))[0],
    async openCaseOf(child) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`case of ${child}`}, 0))`.execute(db)
      const row = await db
        .selectFrom('cases')
        .select('id')
        .where('child', '=', child)
        .where('state', '<>', 'closed')
        .executeTakeFirst()
      return row && (await casesWhere(db, seals, [row.id]))[0]
    },
    async casesEverOf(child) {
      const { count } = await db
        .selectFrom('cases')
        .select(sql<number>`count(*)::integer`.as('count'))
        .where('child', '=', child)
        .executeTakeFirstOrThrow()
      return count
    },
    casesOf: async (person) => unlocked(await openCasesOf(db, person)),
    async unconfirmedCases() {
      const rows = await db.selectFrom('cases').select('id').where('state', '=', 'raised').orderBy('id').execute()
      return unlocked(rows.map(({ id }) => id))
    },
    async closedCasesOf(person) {
      const ids = await closedCasesOf(db, person)
      return (await unlocked(ids)).toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    },
    saveCase: (stuck) => saveCase(db, seals, at, stuck),
    async saveConfirmation(id, words) {
      await db
        .updateTable('cases')
        .set({ confirmation: seals.seal(await keyOf(db, id), words) })
        .where('id', '=', id)
        .execute()
    },
    toTellFamily: (id) => toTellFamily(db, id),
    closingOf: (id) => wordsOf(db, seals, id, 'closing'),
    confirmationOf: (id) => wordsOf(db, seals, id, 'confirmation'),
    async saveClosing(id, words) {
      await db
        .updateTable('cases')
        .set({ closing: seals.seal(await keyOf(db, id), words) })
        .where('id', '=', id)
        .execute()
    },
    async identityOf(id) {
      const kept = await wordsOf(db, seals, id, 'identity')
      return kept.length === 0
        ? undefined
        : (Object.fromEntries(kept.map(({ name, words }) => [name, words])) as ConfirmedIdentity)
    },
    async saveIdentity(id, identity) {
      const kept = Object.entries(identity).map(([name, words]) => ({ name, question: name, words }))
      await db
        .updateTable('cases')
        .set({ identity: seals.seal(await keyOf(db, id), kept), found_by_hash: await hashesOf(db, seals, identity) })
        .where('id', '=', id)
        .execute()
    },
  }

  async function unlocked(ids: readonly string[]) {
    return ids.length === 0 ? [] : casesWhere(db, seals, ids, 'unlocked')
  }
}

/** The data key under which every word of a case is sealed. */
export async function keyOf(db: Db, id: CaseId): Promise<Buffer> {
  const row = await db.selectFrom('cases').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  return row.key
}

async function wordsOf(
  db: Db,
  seals: Seals,
  id: CaseId,
  column: 'identity' | 'confirmation' | 'closing',
): Promise<readonly Answered[]> {
  const row = await db.selectFrom('cases').select(['key', column]).where('id', '=', id).executeTakeFirst()
  const sealed = row?.[column]
  return row && sealed ? seals.open(row.key, sealed) : []
}

/** By id; anybody who changes what is found has to have it locked. */
export async function casesWhere(
  db: Db,
  seals: Seals,
  ids: readonly string[],
  lock: 'locked' | 'unlocked' = 'locked',
): Promise<readonly Case[]> {
  const query = db.selectFrom('cases').selectAll().where('id', 'in', ids)
  const rows = await (lock === 'locked' ? query.forUpdate() : query).execute()
  const asked = await db
    .selectFrom('asked')
    .leftJoin('requests', (join) =>
      join.onRef('requests.case_id', '=', 'asked.case_id').onRef('requests.agency', '=', 'asked.agency'),
    )
    .select(['asked.case_id', 'asked.agency', 'asked.person', 'asked.because', 'requests.state'])
    .where('asked.case_id', 'in', ids)
    .orderBy('asked.agency')
    .execute()
  const raised = await db
    .selectFrom('raisings')
    .select(['case_id', 'by', 'theme', 'takes_part', 'named_to', 'withdrawn_at'])
    .where('case_id', 'in', ids)
    .orderBy('at')
    .execute()
  // Who is named to the IRO alone is invited to nothing, since every invitation has a list of names.
  const raisers = raised.filter((one) => one.takes_part && one.named_to !== 'iro' && one.withdrawn_at === null)
  const disagreed = new Set(raised.filter((one) => one.theme === disagreement).map((one) => one.case_id))
  return rows.map((row) => ({
    id: row.id as CaseId,
    ref: row.ref,
    ...(row.earlier_ref !== null && { earlierRef: row.earlier_ref }),
    child: row.child as ChildId,
    theme: row.theme as Theme,
    needed: row.needed as Day,
    state: row.state as CaseState,
    socialWorker: row.social_worker as PersonId,
    ...(row.iro !== null && { iro: row.iro as PersonId }),
    ...(row.chair !== null && { chair: row.chair as PersonId }),
    raisedAt: row.raised_at,
    raisers: [...new Set(raisers.filter((one) => one.case_id === row.id).map(({ by }) => by as PersonId))],
    asked: asked
      .filter((one) => one.case_id === row.id)
      .map((one): AskedAgency => ({
        agency: one.agency as AgencyId,
        person: one.person as PersonId,
        because: seals.openWords(row.key, one.because),
        ...(one.state !== null && { request: one.state as RequestState }),
      })),
    ...(row.inputs_close !== null && { inputsClose: row.inputs_close as Day }),
    policies: Policies.parse(row.policies),
    ...{ ...(row.closed_at !== null && { closedAt: row.closed_at }), ...familyOf(row) },
    ...((row.theme === disagreement || disagreed.has(row.id)) && { disagreement: true }),
  }))
}

const disagreement: Theme = 'disagreement'

async function saveCase(db: Db, seals: Seals, at: Date, stuck: Case): Promise<void> {
  const columns = {
    state: stuck.state,
    social_worker: stuck.socialWorker,
    iro: stuck.iro ?? null,
    chair: stuck.chair ?? null,
    inputs_close: stuck.inputsClose ?? null,
    closed_at: stuck.closedAt ?? null,
    ...familyColumns(stuck.family),
  }
  const { id, ref, child, needed } = stuck
  await db
    .insertInto('cases')
    .values({
      ...{ id, ref, child, needed, theme: stuck.theme, raised_at: stuck.raisedAt },
      ...columns,
      policies: JSON.stringify(stuck.policies),
      key: seals.newKey(),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await keepParts(db, at, 'case', [id])
  const key = await keyOf(db, id)
  for (const { agency, person, ...asked } of stuck.asked) {
    const because = seals.sealWords(key, asked.because)
    await db
      .insertInto('asked')
      .values({ case_id: id, agency, person, because })
      .onConflict((conflict) => conflict.columns(['case_id', 'agency']).doUpdateSet({ person, because }))
      .execute()
  }
}
