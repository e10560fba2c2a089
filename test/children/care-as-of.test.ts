import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { careAsOf, type Episode } from '../../src/children/care-as-of.ts'
import type { Care, InCare } from '../../src/children/child.ts'
import type { LegalStatus } from '../../src/children/legal-status.ts'

const asOf = asDay('2026-03-31')
const ofAge = false

/** `C2 2025-01-01..2025-06-01`; open without an end; `!` leaves care at its end; `S` in front starts care. */
function episodes(...written: readonly string[]): readonly Episode[] {
  return written.map((words, index) => {
    const [, starts, legalStatus, from, to, leaves] = /^(S )?(\w\d) ([\d-]+)\.\.([\d-]*)(!?)$/.exec(words) ?? []
    return {
      row: index + 2,
      from: asDay(from ?? ''),
      ...(to && { to: asDay(to) }),
      legalStatus: legalStatus as LegalStatus,
      startsCare: starts !== undefined,
      leavesCare: leaves === '!',
    }
  })
}

/** Care began on its first day, unless it is given otherwise. */
const inCare = (
  careFrom: string,
  legalStatus: LegalStatus,
  { began = { returned: asDay(careFrom) }, ...given }: Partial<InCare> = {},
): Care => ({ ...{ scope: 'in', careFrom: asDay(careFrom), legalStatus, began }, ...given })

describe('on 31 March 2026, a child', () => {
  it.each<[string, readonly string[], Care]>([
    ['without episodes is out of scope', [], { scope: 'no-episodes' }],
    ['whose care starts tomorrow is not yet in care', ['S C2 2026-04-01..'], { scope: 'no-episodes' }],
    ['whose care starts today is in care', ['S C2 2026-03-31..'], inCare('2026-03-31', 'C2')],
    ['with one open episode is in care', ['S C2 2025-01-01..'], inCare('2025-01-01', 'C2')],
    [
      'whose status changed has been in care since the first',
      ['S L1 2025-01-01..2025-01-03', 'C1 2025-01-03..2025-06-01', 'C2 2025-06-01..'],
      inCare('2025-01-01', 'C2'),
    ],
    [
      'with a day between two episodes has a new period',
      ['S V2 2024-01-01..2024-05-01!', 'S C1 2024-05-02..'],
      inCare('2024-05-02', 'C1'),
    ],
    [
      'who came back on the day they left has the same period',
      ['S V2 2024-01-01..2024-05-01!', 'S C1 2024-05-01..'],
      inCare('2024-01-01', 'C1'),
    ],
    [
      'whose rows stand in any order is the same child',
      ['C2 2025-06-01..', 'S L1 2025-01-01..2025-06-01'],
      inCare('2025-01-01', 'C2'),
    ],
    ['who left care yesterday is out of scope', ['S C2 2025-01-01..2026-03-30!'], { scope: 'ended' }],
    ['who leaves today is out of scope', ['S C2 2025-01-01..2026-03-31!'], { scope: 'ended' }],
    ['who leaves tomorrow is still in care', ['S C2 2025-01-01..2026-04-01!'], inCare('2025-01-01', 'C2')],
    ['whose last episode ends and none follows is out of scope', ['S C2 2025-01-01..2026-01-01'], { scope: 'ended' }],
    [
      'whose return begins midway is in care since nobody knows when',
      ['L1 2025-04-01..2025-06-01', 'C2 2025-06-01..'],
      inCare('2025-04-01', 'C2', { began: {} }),
    ],
    [
      'who is back after a gap, with no start of care, is so too',
      ['S C2 2024-01-01..2025-05-01!', 'C2 2025-06-01..'],
      inCare('2025-06-01', 'C2', { began: {} }),
    ],
    [
      'whose short breaks became care is in care since the first day that is none',
      ['V3 2024-04-07..2025-01-22', 'C1 2025-01-22..'],
      inCare('2025-01-22', 'C1'),
    ],
    [
      'on remand is in care on remand alone',
      ['S J2 2026-01-10..2026-01-11', 'J1 2026-01-11..'],
      inCare('2026-01-10', 'J1', { remandAlone: true }),
    ],
    [
      'who is in care after a remand is not there for it alone',
      ['S J1 2026-01-10..2026-02-11', 'C1 2026-02-11..'],
      inCare('2026-01-10', 'C1'),
    ],
    ['in short breaks now is out of scope', ['S V3 2025-01-01..'], { scope: 'short-breaks' }],
    ['in short breaks under an agreement is out of scope', ['S V4 2025-01-01..'], { scope: 'short-breaks' }],
    [
      'whose care became short breaks is out of scope',
      ['S C2 2025-01-01..2025-06-01', 'V4 2025-06-01..'],
      { scope: 'short-breaks' },
    ],
    [
      'with two open episodes has the status of the one that started last',
      ['S C1 2025-01-01..', 'C2 2025-06-01..'],
      inCare('2025-01-01', 'C2'),
    ],
    [
      'with an open episode under one that ended is still in care',
      ['S C1 2025-01-01..', 'C2 2025-06-01..2025-07-01!'],
      inCare('2025-01-01', 'C1'),
    ],
    [
      'whose short episode lies within a long one has one period',
      ['S C1 2025-01-01..2025-12-01', 'C2 2025-02-01..2025-03-01', 'C2 2025-06-01..'],
      inCare('2025-01-01', 'C2'),
    ],
  ])('%s', (_, written, care) => {
    expect(careAsOf(asOf, episodes(...written), ofAge).care).toEqual(care)
  })

  it.each<[string, readonly string[], Care]>([
    ['of age is out of scope', ['S C2 2025-01-01..'], { scope: 'of-age' }],
    ['of age whose care has ended has left care', ['S C2 2025-01-01..2026-01-01!'], { scope: 'ended' }],
    ['of age in short breaks is of age', ['S V4 2025-01-01..'], { scope: 'of-age' }],
  ])('%s', (_, written, care) => {
    expect(careAsOf(asOf, episodes(...written), true).care).toEqual(care)
  })
})

describe('of the rows it doubts', () => {
  it.each<[string, readonly string[], readonly (readonly [number, string])[]]>([
    ['a plain history: none', ['S C1 2025-01-01..2025-06-01', 'C2 2025-06-01..'], []],
    ['the one that overlaps', ['S C1 2025-01-01..2025-06-01', 'C2 2025-05-31..'], [[3, 'overlaps']]],
    ['the one that says the same again', ['S C1 2025-01-01..', 'S C1 2025-01-01..'], [[3, 'duplicate-row']]],
    ['the earlier of two open ones', ['S C1 2025-01-01..', 'C2 2025-06-01..'], [[2, 'two-open']]],
    [
      'each earlier of three open ones',
      ['S C1 2025-01-01..', 'C2 2025-06-01..', 'C2 2025-07-01..'],
      [
        [2, 'two-open'],
        [3, 'two-open'],
      ],
    ],
    [
      'the open one under one that ended',
      ['S C1 2025-01-01..', 'C2 2025-06-01..2025-07-01!'],
      [[2, 'open-before-later']],
    ],
    ['the one after which nothing follows', ['S C2 2025-01-01..2025-06-01'], [[2, 'nothing-follows']]],
    [
      'the one that follows short breaks',
      ['S V4 2025-01-01..2025-06-01', 'C2 2025-06-01..'],
      [[3, 'short-breaks-before']],
    ],
    [
      'the first one where it does not start care',
      ['L1 2025-01-01..2025-06-01', 'C2 2025-06-01..'],
      [[2, 'began-earlier']],
    ],
    ['a short break of 76 days', ['S V3 2026-01-14..'], [[2, 'long-for-short-breaks']]],
    ['not one of 75', ['S V3 2026-01-15..'], []],
  ])('%s', (_, written, expected) => {
    const { notes } = careAsOf(asOf, episodes(...written), ofAge)

    expect(notes.map(({ row, reason }) => [row, reason])).toEqual(expected)
  })
})

describe('beside what an earlier return said', () => {
  const known = inCare('2023-02-01', 'C2')
  const beside = (known: Care, ...written: readonly string[]) => {
    const { care, notes } = careAsOf(asOf, episodes(...written), ofAge, known)
    return { care, reasons: notes.map(({ reason }) => reason) }
  }

  it('a return that begins midway does not move the start of care', () => {
    expect(beside(known, 'C2 2025-04-01..')).toEqual({ care: inCare('2023-02-01', 'C2'), reasons: ['starts-midway'] })
  })

  it.each<[string, readonly string[], Care]>([
    ['a return with a later start of care begins a new period', ['S C2 2025-04-01..'], inCare('2025-04-01', 'C2')],
    [
      'a gap in the return is a new period',
      ['C2 2025-04-01..2025-05-01!', 'C2 2025-06-01..'],
      inCare('2025-06-01', 'C2', { began: {} }),
    ],
    [
      'so is a start of care after a row that ends none',
      ['C2 2025-04-01..2025-05-01', 'S C2 2025-06-01..'],
      inCare('2025-06-01', 'C2'),
    ],
    [
      'an earlier start of care is right, and the period is the same',
      ['S C2 2022-04-01..'],
      inCare('2023-02-01', 'C2', { began: { returned: asDay('2022-04-01') } }),
    ],
    ['an earlier row that starts no care says nothing of the start', ['C2 2022-04-01..'], known],
  ])('%s', (_, written, care) => {
    expect(beside(known, ...written).care).toEqual(care)
  })

  const said = { said: asDay('2016-02-15') }
  const toldOf = inCare('2023-02-01', 'C2', { began: said })

  it('a return that is silent does not undo what the social worker said', () => {
    expect(beside(toldOf, 'C2 2025-04-01..')).toEqual({ care: toldOf, reasons: ['starts-midway'] })
  })

  it('a return with another start of care keeps it, and is doubted', () => {
    expect(beside(toldOf, 'S L1 2016-02-12..2017-01-01', 'C2 2017-01-01..')).toEqual({
      care: inCare('2023-02-01', 'C2', { began: { ...said, returned: asDay('2016-02-12') } }),
      reasons: ['began-otherwise'],
    })
  })

  it('a return with the very same start has nothing to doubt', () => {
    expect(beside(toldOf, 'S C2 2016-02-15..').reasons).toEqual([])
  })

  it('what was only assumed gives way to a return, also where that shows no start', () => {
    const assumed = inCare('2023-02-01', 'C2', { began: { returned: asDay('2023-02-01'), assumed: true } })
    expect(beside(assumed, 'S C2 2023-02-01..').care).toEqual(known)
    expect(beside(assumed, 'C2 2023-02-01..')).toEqual({
      care: inCare('2023-02-01', 'C2', { began: {} }),
      reasons: ['began-earlier'],
    })
  })

  it('a child who was known since short breaks keeps the period', () => {
    const since = inCare('2024-04-07', 'C1', { began: { returned: asDay('2024-04-07'), assumed: true } })
    expect(beside(since, 'S V3 2024-04-07..2025-01-22', 'C1 2025-01-22..').care).toEqual(
      inCare('2024-04-07', 'C1', { began: { returned: asDay('2025-01-22') } }),
    )
  })
})
