/** What is opened before anything is wired, and closed after everything else. */
import type { Opened } from '../../adapters/postgres/schema/database.ts'
import type { MovableClock } from '../../jobs/move-clock.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Config } from '../config/config.ts'

export type Resources = {
  readonly config: Config
  readonly log: Log
  /** As it stands now; of one moment, so read it once for everything that belongs together. */
  readonly partnership: () => Partnership
  /** The number of the newest version, while this program cannot read it. */
  readonly unreadableVersion: () => number | undefined
  readonly opened: Opened
  /** Why the local PostgreSQL does not serve now, as a sentence. */
  readonly databaseWrong?: () => string | undefined
  readonly databaseUrl: string
  readonly secretKey: string
  /** They only open. */
  readonly oldSecretKeys?: readonly string[]
  readonly clock: Clock
  /** Only in the demonstration. */
  readonly movable?: MovableClock
}
