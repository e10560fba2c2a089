/**
 * The product with a real partnership's file, wired by `compose` as `npm start` wires it. The clock of a real partnership
 * cannot be moved, so it is composed in this process with one that can.
 */
import { createServer } from 'node:http'
import { movedClock } from '../../adapters/clock/moved-clock.ts'
import { openQuickly } from '../support/quick-database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { compose } from '../../bin/wiring/compose.ts'
import { closed, listening } from '../../bin/wiring/listening.ts'
import { loadConfig } from '../../bin/config/load-config.ts'
import { loadPartnership } from '../../bin/config/load-partnership.ts'
import { putChild } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { freePort } from '../../doors/free-port.ts'
import type { Settings } from '../support/product.ts'
import { silentLog } from '../support/silent-log.ts'

export const identifier = 'NM104'

/** Monday morning, an hour into working hours. */
export const starts = '2026-09-07T09:30:00Z'

type Started = { readonly url: string; stop(): Promise<void> }

export async function startPartnership(file: string, settings: Settings): Promise<Started> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const secretKey = '5e'.repeat(32)
  const database = await freshDatabase()
  const own = { PORT: String(port), PUBLIC_URL: url, DATABASE_URL: database.url, SECRET_KEY: secretKey, NUDGES: 'live' }
  const config = await loadConfig({ ...own, PARTNERSHIP: file, ...settings })
  const partnership = await loadPartnership(config.partnershipFile)
  const opened = openQuickly(database.url, 6)
  await putChild(opened.db, sealsOf(createVault(secretKey)), { identifier })

  let offsetMs = Date.parse(starts) - Date.now()
  const clock = await movedClock({
    load: () => Promise.resolve(offsetMs),
    save: (moved) => Promise.resolve(void (offsetMs = moved)),
  })
  const world = {
    config,
    log: silentLog,
    partnership: () => partnership,
    unreadableVersion: () => undefined,
    opened,
    databaseUrl: database.url,
    secretKey,
    clock,
  }
  const product = await compose({ ...world, movable: clock })
  const server = createServer(product.listener)
  await listening(server, config.port, config.host)
  return {
    url,
    async stop() {
      await closed(server)
      await product.drain()
      await opened.close()
      await database.drop()
    },
  }
}
