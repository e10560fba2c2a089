/** What the readers of the four files share while one return is read. */
import type { Day } from '../../src/calendar/day.ts'
import { normalIdentifier } from '../../src/children/identifier.ts'
import { isRoundedNumber } from '../../src/children/like-identifier.ts'
import type { ReturnFile, RowNote, doubts, refusals } from '../../src/children/row-notes.ts'
import type { PartnershipPerson } from '../../src/partnership/partnership.ts'
import type { Vault } from '../../src/ports/vault.ts'
import { dayReader } from './read-day.ts'
import type { Row } from './read-table.ts'

export type Reading = {
  readonly vault: Vault
  readonly asOf: Day
  /** By email address in lower case. */
  readonly people: ReadonlyMap<string, PartnershipPerson>
  /** Identifiers of the header → which child, counted in its order. */
  readonly children: Map<string, number>
  /** Identifiers of rows whose child the header does not have, or has in a row that is refused: counted below zero. */
  readonly strangers: Map<string, number>
  /** By the same count; gone with the reading. */
  readonly birthdays: Day[]
  readonly readDay: (cell: string) => Day | undefined
  readonly refused: RowNote[]
  readonly doubted: RowNote[]
}

export function startReading(vault: Vault, people: readonly PartnershipPerson[], asOf: Day): Reading {
  return {
    vault,
    asOf,
    people: new Map(people.map((person) => [person.email, person])),
    children: new Map(),
    strangers: new Map(),
    birthdays: [],
    readDay: dayReader(),
    refused: [],
    doubted: [],
  }
}

/** What a reader gives back for a row that it does not take; why is among the notes. */
export const refused: unique symbol = Symbol('refused row')
export type Refused = typeof refused

export type NoteOn = {
  readonly refuse: (column: string, reason: keyof typeof refusals) => Refused
  readonly doubt: (column: string, reason: keyof typeof doubts) => void
  /** Of a row that is no child's. */
  readonly doubtRow: (reason: keyof typeof doubts) => void
}

export function notesOn(reading: Reading, file: ReturnFile, { row, cells }: Row): NoteOn {
  const place = (column: string) => {
    const child = whose(reading, cells[0] ?? '')
    return { file, row, column, ...(child !== undefined && { child }) }
  }
  return {
    refuse: (column, reason) => {
      reading.refused.push({ ...place(column), reason })
      return refused
    },
    doubt: (column, reason) => reading.doubted.push({ ...place(column), reason }),
    doubtRow: (reason) => reading.doubted.push({ file, row, column: 'CHILD', reason }),
  }
}

/** `child`: what its first cell says, in each of the files. */
function whose({ children, strangers }: Reading, child: string): number | undefined {
  const identifier = isRoundedNumber(child) ? undefined : normalIdentifier(child)
  if (!identifier) return undefined
  const known = children.get(identifier) ?? strangers.get(identifier)
  if (known !== undefined) return known
  strangers.set(identifier, -1 - strangers.size)
  return -strangers.size
}

/** The child of a row, if the header has named it. */
export function childOf({ children }: Reading, cell: string, { refuse }: NoteOn): number | Refused {
  const identifier = normalIdentifier(cell)
  if (!identifier) return refuse('CHILD', 'no-identifier')
  return children.get(identifier) ?? refuse('CHILD', 'child-not-in-header')
}

export function dayIn({ readDay }: Reading, column: string, cell: string, { refuse }: NoteOn): Day | Refused {
  if (cell === '') return refuse(column, 'no-date')
  return readDay(cell) ?? refuse(column, 'not-a-date')
}
