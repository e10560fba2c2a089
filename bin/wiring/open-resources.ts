/** Opens what lasts: the database, the partnership, the clock; and closes it again, the database last. */
import { movedClock } from '../../adapters/clock/moved-clock.ts'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { migrate } from '../../adapters/postgres/schema/migrate.ts'
import { createPartnershipVersions } from '../../adapters/postgres/partnership-versions.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { databaseMadeAs, keptOffset } from '../../adapters/postgres/schema/kept-settings.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { keptSecretKey } from '../../adapters/vault/secret-key.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import { livingPartnership } from '../../jobs/living-partnership.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readVersion } from '../../src/partnership/read-version.ts'
import type { Log } from '../../src/ports/log.ts'
import type { KeptVersion } from '../../src/ports/partnership-versions.ts'
import type { Resources } from './resources.ts'
import type { Config } from '../config/config.ts'
import { givenPartnership, orCannotStart } from '../config/load-partnership.ts'
import { partnershipInForce } from './partnership-in-force.ts'
import { hashFoundBy } from '../../adapters/postgres/keys/hash-found-by.ts'
import { refuseOtherKey } from './refuse-other-key.ts'
import { vaultOf } from './vault-of.ts'

type Opened = {
  readonly world: Resources
  /** One sentence for anybody who starts it. */
  readonly note?: string
  readonly close: () => Promise<void>
}

export async function openResources(config: Config, log: Log, localPostgres = startLocalPostgres): Promise<Opened> {
  const given = await givenPartnership(config.partnershipFile)
  const demonstration = config.partnershipFile === undefined
  const local = config.databaseUrl ? undefined : await localPostgres({ dataDir: config.dataDir, log })
  const databaseUrl = config.databaseUrl ?? local?.url ?? ''
  const opened = openDatabase(databaseUrl, config.databaseConnections)
  try {
    await migrate(databaseUrl)
    const versions = createPartnershipVersions(opened.db)
    if ((await versions.newestNumber()) === undefined) orCannotStart(given)
    await refuseOtherPartnership(opened.db, demonstration)
    const bundled = demonstration && orCannotStart(given).partnership
    const movable = bundled ? await demonstrationClock(opened.db, bundled, config.demoClock) : undefined
    const clock = movable ?? realClock
    const secretKey = config.secretKey ?? (await keptSecretKey(config.dataDir))
    const keys = { secretKey, ...(config.oldSecretKeys && { oldSecretKeys: config.oldSecretKeys }) }
    const vault = vaultOf(keys)
    await refuseOtherKey({ opened, ...keys })
    await hashFoundBy(opened.db, vault)
    const store = createStore({ db: opened.db, seals: sealsOf(vault), committed: () => undefined })
    const { first, note } = await partnershipInForce({ given, demonstration, versions, store, clock, log })
    const living = livingPartnership({ first, versions, read: reading(demonstration), clock, log })
    const world: Resources = {
      ...{ config, log, opened, databaseUrl, clock },
      ...keys,
      partnership: living.current,
      unreadableVersion: living.unreadable,
      ...(local?.wrong && { databaseWrong: local.wrong }),
      ...(movable && { movable }),
    }
    return {
      world,
      ...(note !== undefined && { note }),
      async close() {
        await living.stop()
        await opened.close()
        await local?.stop()
      },
    }
  } catch (error) {
    await opened.close()
    await local?.stop()
    throw error
  }
}

type Db = ReturnType<typeof openDatabase>['db']

const reading = (demonstration: boolean) => (kept: KeptVersion) => {
  const read = readVersion(kept, { demonstration })
  return 'partnership' in read ? read.partnership : undefined
}

/** Invented children and a moved clock must never meet real ones. */
async function refuseOtherPartnership(db: Db, demonstration: boolean): Promise<void> {
  const wanted = demonstration ? 'demonstration' : 'partnership'
  const made = await databaseMadeAs(db, wanted)
  if (made !== wanted)
    throw new CannotStartError(
      made === 'demonstration'
        ? 'This database was made for the demonstration. Its children are invented and its clock may have been moved. Use another database for PARTNERSHIP.'
        : 'This database belongs to a real partnership, so the demonstration cannot use it. Set PARTNERSHIP, or use another database.',
    )
}

/** A new demonstration starts within working hours, so that people who try it are answered at once. */
async function demonstrationClock(db: Db, partnership: Partnership, startsAt: Date | undefined) {
  const kept = keptOffset(db)
  if ((await kept.load()) === undefined) {
    const now = realClock.now()
    const calendar = workingCalendar(partnership.closedDays)
    const wanted = startsAt ?? nextWorkingMoment(now, partnership.workingHours, calendar)
    await kept.save(wanted.getTime() - now.getTime())
  }
  return movedClock({ load: async () => (await kept.load()) ?? 0, save: (offset) => kept.save(offset) })
}
