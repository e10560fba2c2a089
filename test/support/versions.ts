/** Versions of a partnership in a database of their own, applied through the use case that applies them. */
import { openQuickly } from './quick-database.ts'
import { createPartnershipVersions } from '../../adapters/postgres/partnership-versions.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import type { Answer } from '../../src/display/answer.ts'
import { readVersion } from '../../src/partnership/read-version.ts'
import { applyVersion, type Applying } from '../../src/people/apply-version.ts'
import { freshDatabase } from './database.ts'
import { manualClock } from './manual-clock.ts'
import { read } from './testshire.ts'

export async function startVersions(at = '2026-11-27T10:12:00Z') {
  const { url, drop } = await freshDatabase()
  const { db, close } = openQuickly(url, 6)
  const clock = manualClock(at)
  const versions = createPartnershipVersions(db)
  let inForce: number | undefined
  const store = createStore({
    ...{ db, seals: sealsOf(createVault('5e'.repeat(32))) },
    committed: () => undefined,
    version: () => inForce,
  })

  const apply = ({ by, ...applying }: Applying): Promise<Answer> =>
    store.transact({ at: clock.now(), ...(by && { by }) }, (tx) =>
      applyVersion({ tx, now: clock.now() }, { ...applying, ...(by && { by }) }),
    )

  /** As a terminal does that has read the newest version. */
  async function applyText(text: string, how: Applying['how'] = 'terminal'): Promise<Answer> {
    const newest = await versions.newest()
    const kept = newest && readVersion(newest)
    const before = kept && 'partnership' in kept ? kept.partnership : undefined
    return apply({ how, text, partnership: read(text), newest, before })
  }

  return {
    ...{ url, db, clock, versions, store, apply, applyText },
    /** Which version the process that records facts knows. */
    knows: (version: number | undefined) => void (inForce = version),
    async close() {
      await close()
      await drop()
    },
  }
}
