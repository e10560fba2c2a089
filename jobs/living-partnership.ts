/**
 * The partnership in force, in a process that runs: what was applied elsewhere is taken up within seconds, and anybody whose
 * last day is past is no longer in it. While the database is down, the last known version stays.
 */
import { hourMs } from '../src/calendar/durations.ts'
import { dayOf } from '../src/calendar/london.ts'
import { asOf } from '../src/partnership/as-of.ts'
import type { Partnership } from '../src/partnership/partnership.ts'
import { lookedForEveryMs } from '../src/people/apply-version.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import type { KeptVersion, PartnershipVersions } from '../src/ports/partnership-versions.ts'
import { startPoll } from './poll.ts'

export type LivingPartnership = {
  /** As it stands now: of one moment, so read it once for everything that belongs together. */
  readonly current: () => Partnership
  /** The number of the newest version, while this program cannot read it. */
  readonly unreadable: () => number | undefined
  readonly stop: () => Promise<void>
}

export type LivingParts = {
  /** The newest version at the start. */
  readonly first: Partnership
  readonly versions: Pick<PartnershipVersions, 'newest' | 'newestNumber'>
  /** Undefined where a version cannot be read, such as one that a newer program has kept. */
  readonly read: (kept: KeptVersion) => Partnership | undefined
  readonly clock: Clock
  readonly log: Log
  readonly everyMs?: number
}

export function livingPartnership(parts: LivingParts): LivingPartnership {
  const { versions, read, clock, log, everyMs = lookedForEveryMs } = parts
  let inForce = parts.first
  let looked = parts.first.version
  let unreadable: number | undefined
  let isAway = false
  let today: { readonly of: Partnership; readonly hour: number; readonly stands: Partnership } | undefined

  async function takeUp(): Promise<void> {
    if ((await versions.newestNumber()) === looked) return
    const newest = await versions.newest()
    if (!newest) return
    looked = newest.version
    const partnership = read(newest)
    unreadable = partnership ? undefined : newest.version
    if (partnership) {
      inForce = partnership
      log.info('partnership-taken-up', { version: newest.version })
    } else
      log.error('partnership-not-readable', new Error('kept by a newer program?'), {
        version: newest.version,
        stays: inForce.version,
      })
  }

  const polling = startPoll(async () => {
    try {
      await takeUp()
      isAway = false
    } catch (error) {
      if (!isAway) log.error('partnership-not-looked-up', error, { stays: inForce.version })
      isAway = true
    }
  }, everyMs)

  return {
    /** A day in England begins on a full hour, so it cannot change within an hour. */
    current() {
      const now = clock.now()
      const hour = Math.floor(now.getTime() / hourMs)
      if (today?.of !== inForce || today.hour !== hour) today = { of: inForce, hour, stands: asOf(inForce, dayOf(now)) }
      return today.stands
    },
    unreadable: () => unreadable,
    stop: polling.stop,
  }
}
