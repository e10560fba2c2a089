/**
 * One for each workspace of each platform: while it fails, or asks for time, only urgent messages are tried there, so
 * that it takes no attempt of a message and no time from people elsewhere.
 */
import type { Account, Platform } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'

export type LastResult = { readonly platform: Platform; readonly ok: boolean; readonly at: Date }

/** What an administrator has to put right in one workspace, as the platform's code. */
export type AtFault = {
  readonly platform: Platform
  readonly workspace: string
  readonly code: string
  readonly since: Date
}

type Where = Pick<Account, 'platform' | 'workspace'>

export type Circuits = {
  closed(account: Account): boolean
  succeeded(account: Account): void
  failed(account: Account): void
  asksToWait(account: Account, until: Date): void
  /** Our installation there has to be put right by somebody: it rests longer, until a call succeeds. */
  atFault(where: Where, code: string): void
  faults(): readonly AtFault[]
  /** How the last call to each platform ended; none for a platform that was not called yet. */
  lastResults(): readonly LastResult[]
}

const failuresInARow = 3
/** Then one more attempt shows whether it is back. */
const restMs = 15_000
/** Nobody puts a setting right within seconds. */
const faultRestMs = 60_000

export function createCircuits(clock: Clock): Circuits {
  const places = new Map<string, { failures: number; openUntil?: Date }>()
  const results = new Map<Platform, LastResult>()

  const faults = new Map<string, AtFault>()

  const keyOf = ({ platform, workspace }: Where) => `${platform} ${workspace}`
  const ended = ({ platform }: Where, ok: boolean) => results.set(platform, { platform, ok, at: clock.now() })

  return {
    closed(account) {
      const { openUntil } = places.get(keyOf(account)) ?? {}
      return !openUntil || openUntil <= clock.now()
    },
    succeeded(account) {
      places.delete(keyOf(account))
      faults.delete(keyOf(account))
      ended(account, true)
    },
    failed(account) {
      const failures = (places.get(keyOf(account))?.failures ?? 0) + 1
      const resting = failures >= failuresInARow && { openUntil: new Date(clock.now().getTime() + restMs) }
      places.set(keyOf(account), { failures, ...resting })
      ended(account, false)
    },
    asksToWait(account, until) {
      places.set(keyOf(account), { failures: 0, openUntil: until })
      ended(account, false)
    },
    atFault(where, code) {
      const { platform, workspace } = where
      const earlier = faults.get(keyOf(where))
      const since = earlier?.code === code ? earlier.since : clock.now()
      faults.set(keyOf(where), { platform, workspace, code, since })
      places.set(keyOf(where), { failures: 0, openUntil: new Date(clock.now().getTime() + faultRestMs) })
      ended(where, false)
    },
    faults: () => [...faults.values()],
    lastResults: () => [...results.values()],
  }
}
