import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { silentLog } from '../support/silent-log.ts'
import { aDataDir, asked, throwMadeAway } from './local-folder.ts'

afterAll(throwMadeAway)

it('is started again where it serves when it was killed, and says why while it cannot be', async () => {
  const dataDir = await aDataDir()
  const local = await startLocalPostgres({ dataDir, log: silentLog, careless: true, watchEveryMs: 100 })
  onTestFinished(local.stop)
  const kill = async () => {
    const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }
  const serves = () =>
    vi.waitFor(async () => expect(await asked(local.url, 'select 1')).toEqual([1]), { timeout: 20_000, interval: 100 })

  await kill()
  await serves()

  const [there, away] = [join(dataDir, 'postgres', 'global'), join(dataDir, 'global-away')]
  await rename(there, away)
  await kill()
  await vi.waitFor(
    () => expect(local.wrong?.()).toMatch(/^The local PostgreSQL has ended\. .+ once a minute\.$/),
    20_000,
  )

  await rename(away, there)
  await serves()
  await vi.waitFor(() => expect(local.wrong?.()).toBeUndefined(), 10_000)
})
