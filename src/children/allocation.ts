/** From the allocations that the authority adds to a return: who works with this child on a day. */
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { RowNote, RowReason } from './row-notes.ts'

export type Allocation = {
  readonly socialWorker: PersonId
  readonly team?: string
  readonly iro?: PersonId
  readonly from: Day
  /** By a colleague, because somebody left or changed role; not by a return. */
  readonly handedOver?: true
}

export type AllocationRow = { readonly row: number; readonly allocation: Allocation }

export type AllocationAsOf = { readonly allocation?: Allocation; readonly notes: readonly RowNote[] }

/**
 * The latest that has begun; without one, what is known stays as it is. What was handed over since is newer than a return
 * that speaks of an earlier day, such as one that was made before somebody left.
 */
export function allocationAsOf(asOf: Day, rows: readonly AllocationRow[], known?: Allocation): AllocationAsOf {
  const notes: RowNote[] = []
  let latest: Allocation | undefined
  for (const { row, allocation } of rows) {
    if (isOlder(allocation, known)) notes.push(note(row, 'handed-over-since'))
    else if (allocation.from > asOf) notes.push(note(row, 'begins-later'))
    else if (!latest || allocation.from > latest.from) latest = allocation
    else if (allocation.from === latest.from) {
      notes.push(note(row, same(allocation, latest) ? 'duplicate-row' : 'allocated-twice'))
      latest = allocation
    }
  }
  // Each child in care has an IRO: a row that names none says nothing about who it is. Nobody reviews their own plan.
  const iro = latest && (latest.iro ?? (known?.iro === latest.socialWorker ? undefined : known?.iro))
  const taken = latest ? { ...latest, ...(iro && { iro }) } : known
  return { ...(taken && { allocation: taken }), notes }
}

const isOlder = ({ from, socialWorker, iro }: Allocation, known: Allocation | undefined): boolean =>
  known?.handedOver === true && from < known.from && (known.socialWorker !== socialWorker || known.iro !== iro)

export function same(one: Allocation | undefined, other: Allocation | undefined): boolean {
  return (
    one?.socialWorker === other?.socialWorker &&
    one?.team === other?.team &&
    one?.iro === other?.iro &&
    one?.from === other?.from
  )
}

const note = (row: number, reason: RowReason): RowNote => ({ file: 'allocations', row, column: 'FROM', reason })
