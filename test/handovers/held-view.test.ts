/** A view that its social worker still owes is named with what they hold when they leave. */
import { expect, it } from 'vitest'
import type { Case, CaseState, RequestState } from '../../src/cases/case.ts'
import { calledHeld, type Held } from '../../src/handovers/held.ts'
import type { HeldAs } from '../../src/handovers/asks.ts'
import { demonstration } from '../support/builders.ts'

const held = (part: HeldAs, state: CaseState, request: RequestState | undefined, person = 'samira', duties = 0) =>
  ({
    ...{ part, thing: 'one', ref: 'K7M-2QD', holder: 'samira', duties },
    case: { state, socialWorker: 'samira', asked: [{ person, ...(request && { request }) }] } as unknown as Case,
  }) as Held

it.each([
  ['child-social-worker', 'convening', 'asked', 'social worker, with its case and a view that is missing'],
  ['child-social-worker', 'following-up', 'known', 'social worker, with its case and a view that is missing'],
  ['child-social-worker', 'convening', 'given', 'social worker, with its case'],
  ['child-social-worker', 'convening', undefined, 'social worker, with its case'],
  ['child-social-worker', 'asking', 'asked', 'social worker, with its case'],
  ['case-social-worker', 'following-up', 'asked', 'social worker, with a view that is missing'],
  ['case-social-worker', 'asking', 'asked', 'social worker'],
  ['case-chair', 'convening', 'asked', 'chair'],
] as const)('%s of a case that is %s, with a view that is %s: %s', (part, state, request, says) => {
  expect(calledHeld(held(part, state, request), demonstration).split(': ')[1]).toBe(says)
})

it('the view of somebody else is not theirs, and three things fit into a line', () => {
  expect(calledHeld(held('child-social-worker', 'convening', 'asked', 'hanna'), demonstration)).not.toContain('view')
  const all = calledHeld(held('child-social-worker', 'convening', 'asked', 'samira', 12), demonstration)
  expect(all).toContain('with its case, 12 duties and a view that is missing')
  expect(all.split(': ')[1]?.length).toBeLessThanOrEqual(75)
})
