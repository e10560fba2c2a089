/** Opens what lasts: the database, the partnership, the clock; and closes it again, the database last. */
import { movedClock } from '../../adapters/clock/moved-clock.ts'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { migrate } from '../../adapters/postgres/schema/migrate.ts'
import { databaseMadeAs, keptOffset } from '../../adapters/postgres/schema/kept-settings.ts'
import { keptSecretKey } from '../../adapters/vault/secret-key.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Resources } from './resources.ts'
import type { Config } from '../config/config.ts'
import { loadPartnership } from '../config/load-partnership.ts'

export async function openResources(
  config: Config,
  log: Log,
  localPostgres = startLocalPostgres,
): Promise<{ world: Resources; close: () => Promise<void> }> {
  const partnership = await loadPartnership(config.partnershipFile)
  const local = config.databaseUrl ? undefined : await localPostgres({ dataDir: config.dataDir, log })
  const databaseUrl = config.databaseUrl ?? local?.url ?? ''
  try {
    await migrate(databaseUrl)
    const opened = openDatabase(databaseUrl)
    await refuseOtherPartnership(opened.db, partnership)
    const movable = partnership.demonstration && (await demonstrationClock(opened.db, partnership, config.demoClock))
    const world: Resources = {
      config,
      log,
      partnership,
      opened,
      databaseUrl,
      secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
      clock: movable ?? realClock,
      ...(movable && { movable }),
    }
    return {
      world,
      async close() {
        await opened.close()
        await local?.stop()
      },
    }
  } catch (error) {
    await local?.stop()
    throw error
  }
}

type Db = ReturnType<typeof openDatabase>['db']

/** Invented children and a moved clock must never meet real ones. */
async function refuseOtherPartnership(db: Db, { demonstration }: Partnership): Promise<void> {
  const wanted = demonstration ? 'demonstration' : 'partnership'
  const made = await databaseMadeAs(db, wanted)
  if (made !== wanted)
    throw new CannotStartError(
      made === 'demonstration'
        ? 'This database was made as a demonstration: its children are invented and its clock may have been moved. Give PARTNERSHIP a database of its own.'
        : 'This database belongs to a real partnership: the demonstration does not start on it. Give PARTNERSHIP, or another database.',
    )
}

/** A new demonstration starts within working hours, so that whoever tries it is answered at once. */
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
