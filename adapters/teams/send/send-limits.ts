/**
 * How fast Teams lets a bot send: kept here, before the call, rather than found out by being refused.
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
import { TooFastError } from '../../../src/ports/messenger-errors.ts'

type Window = { readonly most: number; readonly inMs: number }

const ofConversation = [
  { most: 7, inMs: 1_000 },
  { most: 8, inMs: 2_000 },
  { most: 60, inMs: 30_000 },
  { most: 1_800, inMs: 3_600_000 },
].map(withMargin)
const ofTenant = [{ most: 50, inMs: 1_000 }].map(withMargin)

/** Calls spend unequal times on their way, so that two may arrive closer to each other than they were sent. */
function withMargin({ most, inMs }: Window): Window {
  return { most, inMs: inMs + 250 }
}

/** A call that would have to wait for longer goes back to the outbox, which has other things to send. */
const waitAtMostMs = 2_500
/** Conversations that nobody wrote to for this long are forgotten. */
const forgetAfterMs = 3_600_000

export type SendLimits = {
  /** Resolves when one more call may be made. Throws `TooFastError` where that is too far off. */
  mayCall(of: { readonly tenant: string; readonly conversation: string }): Promise<void>
}

export type Waiting = { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> }

const realTime: Waiting = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export function createSendLimits({ now, sleep }: Waiting = realTime): SendLimits {
  /** When calls were made or are promised to be made, oldest first. */
  const made = new Map<string, number[]>()
  let sweptAt = now()

  return {
    async mayCall({ tenant, conversation }) {
      sweep()
      const [free, tenantFree] = [freeAt(conversation, ofConversation), freeAt(tenant, ofTenant)]
      const at = Math.max(free, tenantFree)
      const waitMs = at - now()
      if (waitMs > waitAtMostMs) throw new TooFastError(waitMs, { thisPersonAlone: free > tenantFree })
      note(conversation, at, ofConversation)
      note(tenant, at, ofTenant)
      if (waitMs > 0) await sleep(waitMs)
    },
  }

  function freeAt(key: string, windows: readonly Window[]): number {
    const calls = made.get(key) ?? []
    return Math.max(
      now(),
      ...windows.map(({ most, inMs }) => {
        const first = calls.at(-most)
        return first === undefined ? 0 : first + inMs
      }),
    )
  }

  function note(key: string, at: number, windows: readonly Window[]): void {
    const longest = Math.max(...windows.map(({ most }) => most))
    const calls = [...(made.get(key) ?? []), at].sort((a, b) => a - b)
    made.set(key, calls.slice(-longest))
  }

  function sweep(): void {
    if (now() - sweptAt < forgetAfterMs) return
    sweptAt = now()
    for (const [key, calls] of made) if ((calls.at(-1) ?? 0) < sweptAt - forgetAfterMs) made.delete(key)
  }
}
