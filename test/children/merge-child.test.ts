import { describe, expect, it } from 'vitest'
import { asDay, type Day } from '../../src/calendar/day.ts'
import type { Allocation } from '../../src/children/allocation.ts'
import { mergeChild, type ChildState, type ReturnedChild } from '../../src/children/merge-child.ts'
import type { InCare } from '../../src/children/child.ts'
import type { LegalStatus } from '../../src/children/legal-status.ts'
import { PersonId } from '../../src/ids.ts'

const asOf = asDay('2026-03-31')
const day = asDay
const allocation = (worker: string, from: string, iro?: string): Allocation => ({
  socialWorker: PersonId.parse(worker),
  ...(iro && { iro: PersonId.parse(iro) }),
  from: day(from),
})

type Given = { reviews?: string[]; allocations?: Allocation[]; from?: string; starts?: boolean; on?: LegalStatus }

function returned({ starts = true, on: legalStatus = 'C2', ...given }: Given = {}): ReturnedChild {
  return {
    row: 7,
    ofAge: false,
    episodes: [{ row: 2, from: day(given.from ?? '2025-01-01'), legalStatus, startsCare: starts, leavesCare: false }],
    reviews: (given.reviews ?? []).map((on, index) => ({ row: index + 2, on: day(on) })),
    allocations: (given.allocations ?? []).map((one, index) => ({ row: index + 2, allocation: one })),
  }
}

describe('reviews of a return', () => {
  it.each<[string, string[], Day[], number]>([
    [
      'held by the as-of date are kept, earliest first',
      ['2025-06-01', '2025-02-01'],
      [day('2025-02-01'), day('2025-06-01')],
      0,
    ],
    ['on the as-of date are held', ['2026-03-31'], [day('2026-03-31')], 0],
    ['after it are not held', ['2026-04-01'], [], 1],
    ['twice on one day are one', ['2025-02-01', '2025-02-01'], [day('2025-02-01')], 0],
    ['before this period of care are kept', ['2024-02-01'], [day('2024-02-01')], 0],
  ])('%s', (_, reviews, held, notYet) => {
    const merged = mergeChild(asOf, returned({ reviews }))

    expect(merged.state.reviews).toEqual(held)
    expect(merged.notYetHeld).toBe(notYet)
  })

  it('doubts the row that repeats another', () => {
    const { notes } = mergeChild(asOf, returned({ reviews: ['2025-02-01', '2025-02-01'] }))

    expect(notes).toEqual([{ file: 'reviews', row: 3, column: 'REVIEW', reason: 'duplicate-row' }])
  })

  it('keeps what earlier returns said of the days before', () => {
    const known = mergeChild(asOf, returned({ reviews: ['2025-02-01', '2025-06-01'] })).state

    const { state } = mergeChild(asOf, returned({ reviews: ['2025-06-02', '2026-01-02'] }), known)

    expect(state.reviews).toEqual(['2025-02-01', '2025-06-01', '2025-06-02', '2026-01-02'])
  })

  it('keeps, and doubts, a review that a newer return does not repeat', () => {
    const known = mergeChild(asOf, returned({ reviews: ['2025-02-01', '2025-06-01'] })).state

    const { state, notes } = mergeChild(asOf, returned({ reviews: ['2025-06-11', '2025-02-01'] }), known)

    expect(state.reviews).toEqual(['2025-02-01', '2025-06-01', '2025-06-11'])
    expect(notes).toEqual([{ file: 'reviews', row: 2, column: 'REVIEW', reason: 'one-before-known' }])
  })
})

describe('what could not be read takes nothing back', () => {
  const known = mergeChild(asOf, returned({ reviews: ['2025-02-01', '2025-05-20'] })).state
  const reasons = ({ notes }: ReturnType<typeof mergeChild>) =>
    notes.map(({ file, row, reason }) => `${file} ${row}: ${reason}`)

  it.each<[string, readonly string[], readonly Day[], readonly string[]]>([
    ['the last review', ['2025-02-01'], [day('2025-02-01'), day('2025-05-20')], ['reviews 2: later-one-known']],
    ['all reviews', [], [day('2025-02-01'), day('2025-05-20')], []],
    [
      'the last review, of an older extract that has another before',
      ['2025-02-02'],
      [day('2025-02-01'), day('2025-02-02'), day('2025-05-20')],
      ['reviews 2: later-one-known'],
    ],
    [
      'one between two that are in the return',
      ['2025-02-01', '2025-05-21'],
      [day('2025-02-01'), day('2025-05-20'), day('2025-05-21')],
      ['reviews 3: one-before-known'],
    ],
    [
      'nothing, where one to come is in the return, which is doubted by itself',
      ['2025-05-20', '2027-01-01'],
      [day('2025-02-01'), day('2025-05-20')],
      ['reviews 3: held-later'],
    ],
  ])('%s', (_, reviews, held, doubts) => {
    const merged = mergeChild(asOf, returned({ reviews: [...reviews] }), known)

    expect(merged.state.reviews).toEqual(held)
    expect(reasons(merged)).toEqual(doubts)
  })

  const [episode] = returned().episodes
  if (!episode) throw new Error('no episode')
  it.each<[string, Parameters<typeof mergeChild>[1], string]>([
    ['no episode', { ...returned(), episodes: [] }, 'in'],
    [
      'none that follows one that says that care continues',
      { ...returned(), episodes: [{ ...episode, to: day('2025-12-01'), leavesCare: false }] },
      'in',
    ],
    [
      'one that ends care',
      { ...returned(), episodes: [{ ...episode, to: day('2025-12-01'), leavesCare: true }] },
      'ended',
    ],
    ['no episode, and is of age', { ...returned(), episodes: [], ofAge: true }, 'no-episodes'],
  ])('a child in care with %s', (_, given, scope) => {
    const confirmed = { ...known, confirmedAt: new Date('2026-01-01') }
    const merged = mergeChild(asOf, given, confirmed)

    expect(merged.state.care.scope).toBe(scope)
    if (scope === 'in') {
      expect(merged.state).toMatchObject({ care: known.care, confirmedAt: confirmed.confirmedAt })
      expect(reasons(merged)).toEqual(['header 7: no-episodes-read'])
    }
  })

  const over = { ...episode, to: day('2025-12-01'), leavesCare: true }
  const after = { ...episode, row: 3, from: day('2026-02-02'), startsCare: false }
  it.each<[string, ReturnedChild['episodes'], readonly string[]]>([
    ['begins after care ended, and does not start it', [over, after], ['episodes 3: begins-after-end']],
    [
      'begins after the day of the return, where the one before it ends care',
      [over, { ...after, from: day('2062-02-02'), startsCare: true }],
      ['episodes 3: begins-later', 'header 7: no-episodes-read'],
    ],
    ['ends after the day of the return', [{ ...over, to: day('2062-12-01') }], ['episodes 2: ends-later']],
  ])('a child in care with an episode that %s', (_, episodes, doubts) => {
    const merged = mergeChild(asOf, { ...returned(), episodes }, known)

    expect(merged.state.care).toEqual(known.care)
    expect(reasons(merged)).toEqual(doubts)
  })

  it('a child in care again, by an episode that starts it, is in care from that day', () => {
    const again = { ...after, startsCare: true }

    expect(mergeChild(asOf, { ...returned(), episodes: [over, again] }, known).state.care).toMatchObject({
      careFrom: '2026-02-02',
    })
  })

  it('a child of whom nothing is known is out of scope without an episode', () => {
    expect(mergeChild(asOf, { ...returned(), episodes: [] }).state.care.scope).toBe('no-episodes')
  })
})

it('somebody whose care had ended and who is of age now has changed, once', () => {
  const ofAge = { ...returned(), ofAge: true }
  const merged = mergeChild(asOf, ofAge, { care: { scope: 'ended' }, reviews: [] })

  expect(merged).toMatchObject({ state: { care: { scope: 'of-age' } }, changed: true })
  expect(mergeChild(asOf, ofAge, merged.state).changed).toBe(false)
})

describe('allocations', () => {
  it.each<[string, Allocation[], string | undefined]>([
    ['none: nobody', [], undefined],
    ['the latest that has begun', [allocation('ann', '2025-01-01'), allocation('bob', '2026-01-01')], 'bob'],
    ['in any order', [allocation('bob', '2026-01-01'), allocation('ann', '2025-01-01')], 'bob'],
    ['not one that begins tomorrow', [allocation('ann', '2025-01-01'), allocation('bob', '2026-04-01')], 'ann'],
    [
      'of two from the same day the later row',
      [allocation('ann', '2025-01-01'), allocation('bob', '2025-01-01')],
      'bob',
    ],
  ])('%s', (_, allocations, worker) => {
    expect(mergeChild(asOf, returned({ allocations })).state.allocation?.socialWorker).toBe(worker)
  })

  it('stay as they are when a return brings none', () => {
    const known = mergeChild(asOf, returned({ allocations: [allocation('ann', '2025-01-01')] })).state

    expect(mergeChild(asOf, returned(), known)).toMatchObject({ state: known, changed: false, reallocated: false })
  })
})

describe('a child who was handed over', () => {
  const known: ChildState = {
    ...mergeChild(asOf, returned()).state,
    allocation: { ...allocation('eve', '2026-02-01', 'ira'), handedOver: true },
  }

  it.each<[string, Allocation[], string]>([
    ['stays where it is when the return speaks of earlier days', [allocation('ann', '2025-01-01', 'ira')], 'eve'],
    ['goes on when the return speaks of a later day', [allocation('bob', '2026-03-01', 'ira')], 'bob'],
    ['is the same when the return says the same', [allocation('eve', '2026-01-20', 'ira')], 'eve'],
    ['stays when the return has another IRO of earlier days', [allocation('eve', '2025-01-01', 'ivo')], 'eve'],
  ])('%s', (_, allocations, worker) => {
    const { state, notes } = mergeChild(asOf, returned({ allocations }), known)

    expect(state.allocation).toMatchObject({ socialWorker: worker, iro: 'ira' })
    const older = allocations.some(
      ({ from, iro, socialWorker: one }) => from < '2026-02-01' && (one !== 'eve' || iro !== 'ira'),
    )
    expect(notes.map(({ reason }) => reason)).toEqual(older ? ['handed-over-since'] : [])
  })
})

describe('the same return again', () => {
  it('changes nothing', () => {
    const again = returned({ reviews: ['2025-02-01', '2027-01-01'], allocations: [allocation('ann', '2025-01-01')] })
    const known = mergeChild(asOf, again).state

    expect(mergeChild(asOf, again, known)).toMatchObject({ state: known, changed: false, reallocated: false })
  })
})

describe('what a social worker confirmed', () => {
  const known: ChildState = {
    ...mergeChild(asOf, returned({ allocations: [allocation('ann', '2025-01-01', 'ira')] })).state,
    confirmedAt: new Date('2026-01-05T10:00:00Z'),
  }

  it.each<[string, Parameters<typeof returned>[0], boolean]>([
    ['holds while nothing changes', {}, true],
    ['holds when a review is added', { reviews: ['2025-02-01'] }, true],
    ['holds when the IRO is another', { allocations: [allocation('ann', '2025-01-01', 'ivo')] }, true],
    ['is asked again of another social worker', { allocations: [allocation('bob', '2026-01-01', 'ira')] }, false],
    ['is asked again for a new period of care', { from: '2026-02-01' }, false],
  ])('%s', (_, given, holds) => {
    expect(mergeChild(asOf, returned(given), known).state.confirmedAt !== undefined).toBe(holds)
  })

  const confirmed = (merged: ReturnType<typeof mergeChild>) => merged.state.confirmedAt !== undefined
  const inCare = (given: Partial<InCare>): ChildState => ({ ...known, care: { ...(known.care as InCare), ...given } })

  it('is asked again, once, where a return has another start of care than they gave, and theirs is kept', () => {
    const said = { said: day('2024-11-04') }
    const told = inCare({ began: said })
    const midway = mergeChild(asOf, returned({ starts: false }), told)
    expect([confirmed(midway), midway.changed]).toEqual([true, false])

    const otherwise = mergeChild(asOf, returned(), told)
    expect(otherwise.state.care).toMatchObject({ careFrom: '2025-01-01', began: { ...said, returned: '2025-01-01' } })
    expect(confirmed(otherwise)).toBe(false)
    const theyInsist = { ...otherwise.state, confirmedAt: new Date('2026-02-01T10:00:00Z') }
    expect(confirmed(mergeChild(asOf, returned(), theyInsist))).toBe(true)
  })

  it('is asked again where the start of care was only assumed, and no return shows it', () => {
    const assumed = inCare({ began: { returned: day('2025-01-01'), assumed: true } })
    expect(mergeChild(asOf, returned({ starts: false }), assumed)).toMatchObject({ changed: true })
    expect(confirmed(mergeChild(asOf, returned({ starts: false }), assumed))).toBe(false)
    expect(confirmed(mergeChild(asOf, returned(), assumed))).toBe(true)
  })

  it('is asked again where a remand alone became care for which a plan is expected', () => {
    const remanded: ChildState = { ...known, care: mergeChild(asOf, returned({ on: 'J1' })).state.care }
    expect(confirmed(mergeChild(asOf, returned({ on: 'J1' }), remanded))).toBe(true)
    expect(confirmed(mergeChild(asOf, returned(), remanded))).toBe(false)
  })

  it.each<[string, Parameters<typeof returned>[0], boolean]>([
    ['the same people: no', { allocations: [allocation('ann', '2025-02-01', 'ira')] }, false],
    ['another IRO: yes', { allocations: [allocation('ann', '2025-01-01', 'ivo')] }, true],
    ['another social worker: yes', { allocations: [allocation('bob', '2025-01-01', 'ira')] }, true],
  ])('reallocated, with %s', (_, given, reallocated) => {
    expect(mergeChild(asOf, returned(given), known).reallocated).toBe(reallocated)
  })
})

it('a review that was taken back here is not held again by a return that still has it', () => {
  const known = { ...mergeChild(asOf, returned({ reviews: ['2025-02-01'] })).state, takenBack: [day('2025-05-20')] }
  const { state, notes, changed } = mergeChild(asOf, returned({ reviews: ['2025-02-01', '2025-05-20'] }), known)

  expect({ held: state.reviews, changed }).toEqual({ held: ['2025-02-01'], changed: false })
  expect(notes.map(({ row, reason }) => [row, reason])).toEqual([[3, 'taken-back-here']])
})
