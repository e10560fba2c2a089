/** What is doubted in a merge is counted for its child. */
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { mergeTally } from '../../src/children/merge-tally.ts'

it('says of each doubt which child it is about, by the place in the header', () => {
  const tally = mergeTally([])
  const note = { file: 'episodes', row: 3, column: 'DEC', reason: 'two-open' } as const
  const state = { care: { scope: 'no-episodes' }, reviews: [] } as const
  const merged = { state, changed: true, reallocated: false, notYetHeld: 0, notes: [note] }
  tally.add({ child: 1, before: undefined, merged, change: 'new' })
  tally.add({ child: 2, before: undefined, merged: { ...merged, notes: [note, note] }, change: 'new' })

  const { doubted } = tally.report({
    ...{
      asOf: asDay('2019-03-31'),
      dryRun: true,
      leftAlone: 0,
      notInReturn: 0,
      firstLooks: 0,
      changedHands: { cases: 0, duties: 0 },
    },
  })
  expect(doubted).toEqual([
    { ...note, child: 1 },
    { ...note, child: 2 },
    { ...note, child: 2 },
  ])
})
