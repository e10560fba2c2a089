/** A row of `concerns` and the concern that it keeps. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Concern } from '../../../src/concerns/concern.ts'
import { ReportedTo, type Over } from '../../../src/concerns/over.ts'
import { PersonId, type CaseId, type ChildId, type ConcernId, type RaisingId } from '../../../src/ids.ts'
import type { CasesTables } from './cases.tables.ts'

type Row = Selectable<CasesTables['concerns']>

export function concernFrom(row: Row): Concern {
  const over = overFrom(row)
  return {
    id: row.id as ConcernId,
    ...(row.case_id !== null && { case: row.case_id as CaseId }),
    ...(row.child !== null && { child: row.child as ChildId }),
    ...(row.raising !== null && { raising: row.raising as RaisingId }),
    kind: row.kind === 'both' ? 'both' : 'risk',
    writer: row.writer as PersonId,
    told: z.array(PersonId).parse(row.told),
    raisedAt: row.raised_at,
    repeats: row.repeats,
    ...(over && { over }),
  }
}

function overFrom(row: Row): Over | undefined {
  if (row.taken_back_at) return { how: 'taken-back', at: row.taken_back_at, by: row.writer as PersonId }
  if (!row.reported_at) return undefined
  return {
    how: 'reported',
    at: row.reported_at,
    ...(row.reported_by !== null && { by: row.reported_by as PersonId }),
    ...(row.reported_to !== null &&
      row.reported_when && { report: { to: ReportedTo.parse(row.reported_to), when: row.reported_when } }),
  }
}

export const overColumns = (over: Over | undefined) => ({
  reported_at: over?.how === 'reported' ? over.at : null,
  reported_by: over?.how === 'reported' ? (over.by ?? null) : null,
  reported_to: over?.how === 'reported' ? (over.report?.to ?? null) : null,
  reported_when: over?.how === 'reported' ? (over.report?.when ?? null) : null,
  taken_back_at: over?.how === 'taken-back' ? over.at : null,
})
