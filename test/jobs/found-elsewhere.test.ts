/** A message that may have been posted already: a look-up at one account says nothing of another. */
import { expect, it } from 'vitest'
import { attempt, type AttemptParts } from '../../jobs/attempt.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { card } from '../../src/display/card.ts'
import { CaseId, MessageId, PersonId } from '../../src/ids.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { TakenMessage } from '../../src/ports/outbox.ts'
import { manualClock } from '../support/manual-clock.ts'
import { noon } from '../support/outbox.ts'

const here: Account = { platform: 'slack', workspace: 'T1', user: 'U1' }
const elsewhere: readonly (readonly [string, Account])[] = [
  ['another platform', { ...here, platform: 'teams' }],
  ['another workspace', { ...here, workspace: 'T2' }],
  ['another account', { ...here, user: 'U2' }],
]

/** Looked for here and not found: how many copies its person may have once it was posted again. */
async function copiesAfter(places: readonly Account[] | undefined): Promise<number> {
  const clock = manualClock(noon.toISOString())
  const parts: AttemptParts = {
    ...{ circuits: createCircuits(clock), clock, callTimeoutMs: 1_000 },
    ...{
      pause: () => Promise.resolve(),
      stillTrue: () => Promise.resolve(true),
      stillOurs: () => Promise.resolve(true),
    },
  }
  const messenger = {
    serves: () => Promise.resolve(true),
    accountOf: () => Promise.resolve(undefined),
    find: () => Promise.resolve('no' as const),
    post: () => Promise.resolve({ way: 'slack', conversation: 'D1', message: '1' } as const),
  }
  const [to, id] = [PersonId.parse('amy'), MessageId.parse('6d2c2f1c-4b5f-4c53-9d6a-3d5f7f0d9a10')]
  const message = {
    ...{ id, to, meantFor: to, card: card('Case', []), urgent: false, attempts: 2 },
    about: { subject: 'case', id: CaseId.parse(id) },
    doubt: { since: noon, copies: 1, ...(places && { places }) },
  } as TakenMessage
  const ended = await attempt(parts, { account: here, messenger }, message)
  return ended.result === 'unsure' ? ended.copies : ended.result === 'sent' ? 1 : Number.NaN
}

it('is posted as the first copy where it was tried here alone', async () => {
  expect(await copiesAfter([here, here])).toBe(1)
  expect(await copiesAfter(undefined)).toBe(1)
})

it.each(elsewhere)('may be a second copy where it was tried at %s as well', async (_, other) => {
  expect(await copiesAfter([here, other])).toBe(2)
})
