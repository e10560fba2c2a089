/** What `GET /ready` says of this process. */
import type { Probes } from '../../adapters/telemetry/health.ts'
import { cannotBeRead } from '../../src/partnership/read-version.ts'
import type { Queues } from '../../jobs/queues.ts'
import type { Resources } from './resources.ts'

/** `queues` where it works on them: a web process hands nothing to them. */
export const readyOf =
  (world: Resources, queues: Queues | undefined): Probes['ready'] =>
  async () => {
    const unreadable = world.unreadableVersion()
    const wrong = world.databaseWrong?.() ?? (unreadable === undefined ? undefined : cannotBeRead(unreadable))
    return {
      database: await world.opened.answers(),
      ...(queues && { queue: await queues.answers() }),
      ...(wrong !== undefined && { wrong }),
    }
  }
