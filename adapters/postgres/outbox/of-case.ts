/** Which messages are about a case, and about which: what a message is about says so, or the case of that thing. */
import { sql, type RawBuilder } from 'kysely'
import type { CaseId } from '../../../src/ids.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'

/** What is raised is in no case of its raiser's before they take part in it, so it is not here. */
const tables = { request: 'requests', meeting: 'meetings', action: 'actions', closing: 'closings' } as const

export async function caseOf(db: Db, { subject, id }: Subject): Promise<CaseId | undefined> {
  if (subject === 'case') return id
  if (!(subject in tables)) return undefined
  const table = sql.table(tables[subject as keyof typeof tables])
  const { rows } = await sql<{ case_id: CaseId }>`select case_id from ${table} where id = ${id}`.execute(db)
  return rows[0]?.case_id
}

/** Of a row of the outbox. */
export const isAbout = (stuck: CaseId): RawBuilder<boolean> => sql<boolean>`(
  subject = 'case' and subject_id = ${stuck} or subject in ('request', 'meeting', 'action', 'closing') and subject_id in (
    select id::text from requests where case_id = ${stuck} union all select id::text from meetings where case_id = ${stuck}
    union all select id::text from actions where case_id = ${stuck} union all select id::text from closings where case_id = ${stuck}
  ))`
