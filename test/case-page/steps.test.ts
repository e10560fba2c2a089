import { expect, it } from 'vitest'
import { stepFacts, stepOf } from '../../src/case-page/steps.ts'
import type { Way } from '../../src/case-page/way.ts'
import { demonstration } from '../support/builders.ts'

const at = (iso: string): Date => new Date(iso)
const asked = (...requests: readonly string[]) => requests.map((request) => ({ request }))
const raised = { state: 'raised', raisedAt: at('2026-09-07T09:30:00Z'), socialWorker: 'social-worker', asked: [] }
const asking = { ...raised, state: 'asking', chair: 'chair', inputsClose: '2026-09-14' }
const meeting = { chair: 'chair', state: 'convened', startsAt: at('2026-09-18T09:00:00Z'), minutes: 90 }
const convening = { ...asking, state: 'convening', asked: asked('given', 'known') }
const action = (state: string) => ({ state })

/** As the page says it, without what is not reached; `here` marks the step that it is at. */
function said(given: Record<string, unknown>, now = '2026-09-08T09:00:00Z'): readonly string[] {
  const way = { actions: [], ...given } as unknown as Way
  const { facts } = stepFacts(way, { now: at(now), partnership: demonstration })
  const here = facts.filter(([label]) => label.endsWith('(it is here)'))
  expect(here.map(([label]) => Number.parseInt(label))).toEqual([stepOf(way)].filter((step) => step !== undefined))
  return facts.filter(([, value]) => value !== 'Not reached').map(([label, value]) => `${label}: ${value}`)
}

const monday = '1. Raised: Monday 7 September 2026'

it('waits for the social worker, or for others where it is a disagreement', () => {
  expect(said({ stuck: raised })).toEqual([
    monday,
    '2. Confirmed (it is here): Waits for Samira Holt, the social worker',
  ])
  expect(said({ stuck: { ...raised, disagreement: true } })[1]).toBe(
    '2. Confirmed (it is here): Waits for somebody who chairs cases, or a coordinator',
  )
})

it('counts who has answered: "not ours" is an answer, "not sure yet" is none', () => {
  const stuck = { ...asking, asked: asked('given', 'not-ours', 'known', 'cannot-tell', 'asked') }
  expect(said({ stuck, askedOn: '2026-09-08' }).slice(1)).toEqual([
    '2. Confirmed: Tuesday 8 September 2026',
    '3. Views (it is here): 2 of 5 answered. Views close on Monday 14 September 2026, 17:00',
  ])
})

it.each([
  [
    '2026-09-15T09:00:00Z',
    { state: 'offered', startsAt: undefined },
    ['4. A time for the meeting (it is here): Waits for Cosmo Verity'],
  ],
  ['2026-09-17T09:00:00Z', {}, ['5. The meeting (it is here): Still to come']],
  ['2026-09-18T09:00:00Z', {}, ['5. The meeting (it is here): It is being held now']],
  ['2026-09-18T10:29:59Z', {}, ['5. The meeting (it is here): It is being held now']],
  ['2026-09-18T10:30:00Z', {}, ['5. The meeting (it is here): It is over. Cosmo Verity has yet to record it']],
  [
    '2026-09-18T10:30:00Z',
    { state: 'recorded' },
    ['5. The meeting (it is here): Recorded. Cosmo Verity has yet to approve what was agreed'],
  ],
])('at %s, of a meeting %o', (now, given, says) => {
  const shown = said({ stuck: convening, askedOn: '2026-09-08', meeting: { ...meeting, ...given } }, now)
  expect(shown.slice(2, 3)).toEqual(['3. Views: 1 of 2 answered'])
  expect(shown.slice(-1)).toEqual(says)
  if (!('startsAt' in given))
    expect(shown).toContain('4. A time for the meeting: Friday 18 September 2026, 10:00 to 11:30')
})

it('counts what is done of what was agreed, and says when it can be closed', () => {
  const way = { askedOn: '2026-09-08', meeting: { ...meeting, state: 'approved' } }
  const following = { ...convening, state: 'following-up' }
  const last = (actions: readonly unknown[], stuck: unknown = following) => said({ ...way, stuck, actions }).at(-1)
  expect(last([])).toBe('6. What was agreed is done (it is here): No action was agreed')
  expect(last([action('open'), action('done'), action('ended')])).toBe(
    '6. What was agreed is done (it is here): 1 of 3 done, 1 no longer needed',
  )
  expect(last([action('done'), action('done')])).toBe(
    '6. What was agreed is done (it is here): 2 of 2 done, the case can be closed',
  )
  const closed = { ...following, state: 'closed', closedAt: at('2026-10-02T09:00:00Z') }
  expect(said({ ...way, stuck: closed, actions: [action('done')] }).slice(-2)).toEqual([
    '6. What was agreed is done: 1 of 1 done',
    'Closed: Friday 2 October 2026',
  ])
})

it('says what was never reached, where it was closed early', () => {
  const closed = { ...raised, state: 'closed', closedAt: at('2026-09-09T09:00:00Z') }
  expect(said({ stuck: closed })).toEqual([monday, 'Closed: Wednesday 9 September 2026'])
  expect(
    said({
      stuck: { ...convening, ...{ state: 'closed', closedAt: at('2026-09-20T09:00:00Z') } },
      askedOn: '2026-09-08',
      meeting,
    }).slice(-2),
  ).toEqual(['5. The meeting: Closed before anything was posted', 'Closed: Sunday 20 September 2026'])
})
