/**
 * One for each workspace of each platform: while it fails, only urgent messages are tried there, and while it asks for
 * time, none, so that it takes no attempt of a message and no time from people elsewhere.
 */
import pLimit, { type LimitFunction } from 'p-limit'
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
  closed(where: Where): boolean
  /**
   * For how long nothing that was begun is tried there: not at all where only its installation is at fault, as then another
   * place of the person may take it. What is urgent is tried though it fails, not where it asks for time.
   */
  restMs(where: Where, urgent: boolean): number
  /** As many at once as this workspace takes. */
  inTurn<Result>(where: Where, work: () => Result | Promise<Result>): Promise<Result>
  /** Called right before a call; what it gives is called once there is an answer. */
  calling(account: Where): () => void
  succeeded(account: Account): void
  failed(account: Account): void
  asksToWait(account: Where, until: Date): void
  /** Our installation there has to be put right by somebody: it rests longer, until a call succeeds. */
  atFault(where: Where, code: string): void
  faults(): readonly AtFault[]
  /** How the last call to each platform ended; none for a platform that was not called yet. */
  lastResults(): readonly LastResult[]
}

const failuresInARow = 3
/** Then one more attempt shows whether it is back. */
const failureRestMs = 15_000
/** Nobody puts a setting right within seconds. */
const faultRestMs = 60_000

/** All that a worker has in hand for one platform; or, where it was too much or too soon, what can be refused at once again. */
const [usually, carefully] = [8, 2]
/** A workspace that asked for time is sent less at once for so long. */
const carefulMs = 10 * 60_000

/** As many calls that take long: the workspace hangs, and nothing else is sent there meanwhile. */
const hanging = 2
/** An answer may come at any moment. */
const hangingRestMs = 2_000

type Place = {
  readonly limit: LimitFunction
  /** Those that have no answer yet. They take their time whatever our clock says, so it is of the machine. */
  readonly calls: Set<{ readonly began: number }>
  failures: number
  /** It fails. */
  openUntil?: Date
  /** Somebody has to put something right. */
  faultUntil?: Date
  /** It asked for time. */
  pausedUntil?: Date
}

export function createCircuits(clock: Clock, slowMs = 5_000): Circuits {
  const places = new Map<string, Place>()
  const results = new Map<Platform, LastResult>()

  const faults = new Map<string, AtFault>()

  const keyOf = ({ platform, workspace }: Where) => `${platform} ${workspace}`
  const ended = ({ platform }: Where, ok: boolean) => results.set(platform, { platform, ok, at: clock.now() })
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms)
  const untilMs = (until: Date | undefined) => Math.max((until?.getTime() ?? 0) - clock.now().getTime(), 0)

  function placeOf(where: Where): Place {
    const known = places.get(keyOf(where))
    if (known) return known
    const place = { limit: pLimit(usually), calls: new Set<{ began: number }>(), failures: 0 }
    places.set(keyOf(where), place)
    return place
  }

  function atOnce({ failures, pausedUntil }: Place): number {
    const isCareful = failures > 0 || untilMs(pausedUntil) > 0 || untilMs(afterMs(pausedUntil, carefulMs)) > 0
    return isCareful ? carefully : usually
  }

  const hangs = ({ calls }: Place) =>
    [...calls].filter(({ began }) => performance.now() - began > slowMs).length >= hanging

  return {
    closed(where) {
      const { openUntil, faultUntil, pausedUntil } = placeOf(where)
      return [openUntil, faultUntil, pausedUntil].every((until) => untilMs(until) === 0)
    },
    restMs(where, urgent) {
      const place = placeOf(where)
      const rest = urgent ? 0 : untilMs(place.openUntil)
      return Math.max(untilMs(place.pausedUntil), rest, hangs(place) ? hangingRestMs : 0)
    },
    inTurn(where, work) {
      const place = placeOf(where)
      place.limit.concurrency = atOnce(place)
      return place.limit(work)
    },
    calling(where) {
      const { calls } = placeOf(where)
      const call = { began: performance.now() }
      calls.add(call)
      return () => void calls.delete(call)
    },
    succeeded(account) {
      const place = placeOf(account)
      place.failures = 0
      delete place.openUntil
      delete place.faultUntil
      faults.delete(keyOf(account))
      ended(account, true)
    },
    failed(account) {
      const place = placeOf(account)
      place.failures += 1
      if (place.failures >= failuresInARow) place.openUntil = inMs(failureRestMs)
      ended(account, false)
    },
    asksToWait(where, until) {
      const place = placeOf(where)
      place.failures = 0 // it is there
      delete place.openUntil
      if (place.pausedUntil && place.pausedUntil >= until) return
      place.pausedUntil = until
      ended(where, false)
    },
    atFault(where, code) {
      const { platform, workspace } = where
      const earlier = faults.get(keyOf(where))
      const since = earlier?.code === code ? earlier.since : clock.now()
      faults.set(keyOf(where), { platform, workspace, code, since })
      placeOf(where).faultUntil = inMs(faultRestMs)
      ended(where, false)
    },
    faults: () => [...faults.values()],
    lastResults: () => [...results.values()],
  }
}

const afterMs = (at: Date | undefined, ms: number): Date | undefined => at && new Date(at.getTime() + ms)
