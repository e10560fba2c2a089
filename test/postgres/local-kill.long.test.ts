import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, describe, expect, it } from 'vitest'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { findRunningPostgres, useLocalPostgres } from '../../adapters/postgres/local/use-local-postgres.ts'
import { silentLog } from '../support/silent-log.ts'
import { aDataDir, asked, holderOf, killed, started, throwMadeAway } from './local-folder.ts'

afterAll(throwMadeAway)

const postmasterOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

describe('after a SIGKILL', () => {
  it('of the program alone, its PostgreSQL is taken over', async () => {
    const dataDir = await aDataDir()
    const holder = await holderOf(dataDir)
    await asked(holder.url, 'create table kept ()')
    await killed(holder)
    const postmaster = await postmasterOf(dataDir)

    const { url } = await started(dataDir)

    expect(await postmasterOf(dataDir)).toBe(postmaster)
    expect(await asked(url, 'select count(*)::int from kept')).toEqual([0])
  })

  it('of everything, it is repaired', async () => {
    const dataDir = await aDataDir()
    const holder = await holderOf(dataDir)
    await asked(holder.url, 'create table kept as select 7 as number')
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    await killed(holder)

    const { url } = await started(dataDir)

    expect(await asked(url, 'select number from kept')).toEqual([7])
  })

  it('and numbers of processes that were given away, as in a restarted container, it starts', async () => {
    const dataDir = await aDataDir()
    const holder = await holderOf(dataDir)
    const postmaster = await postmasterOf(dataDir)
    const note = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    const lock = await readFile(join(dataDir, 'in-use'), 'utf8')
    process.kill(postmaster, 'SIGKILL')
    await killed(holder)
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), note.replace(String(postmaster), String(process.ppid)))
    await writeFile(join(dataDir, 'in-use'), lock.replace(String(holder.pid), String(process.ppid)))

    const { url } = await started(dataDir)

    expect(await asked(url, 'select 1')).toEqual([1])
  })

  it('and a lock that cannot be read, it starts', async () => {
    const dataDir = await aDataDir()
    for (const lock of ['', '{', '{"pid":"x"}']) {
      await (await started(dataDir)).stop()
      await writeFile(join(dataDir, 'in-use'), lock)
    }

    await started(dataDir)
  })
})

it('outlives Ctrl-C until the program has drained, and stops with it', async () => {
  const dataDir = await aDataDir()
  const holder = await holderOf(dataDir)
  await asked(holder.url, 'create table drained (at timestamptz default now())')
  const ended = once(holder.process, 'exit')

  process.kill(-holder.pid, 'SIGINT')

  expect(await ended).toEqual([0, null])
  expect(await findRunningPostgres(dataDir)).toBeUndefined()
  expect(await asked((await started(dataDir)).url, 'select count(*)::int from drained')).toEqual([1])
})

describe('while another process has the folder', () => {
  it('a second copy is refused with a sentence', async () => {
    const dataDir = await aDataDir()
    const { pid } = await holderOf(dataDir)

    await expect(startLocalPostgres({ dataDir, log: silentLog, patienceMs: 300 })).rejects.toThrow(
      `DATA_DIR is in use by process ${pid}.`,
    )
  })

  it('one that is just stopping is waited for', async () => {
    const dataDir = await aDataDir()
    const first = await started(dataDir)
    const [, second] = await Promise.all([first.stop(), started(dataDir)])

    expect(await asked(second.url, 'select 1')).toEqual([1])
  })

  it('of two that start at once, one is refused', async () => {
    const dataDir = await aDataDir()
    const starts = await Promise.allSettled([started(dataDir), started(dataDir), started(dataDir)])

    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  it('a command uses its database, and leaves it running', async () => {
    const dataDir = await aDataDir()
    const holder = await holderOf(dataDir)

    const { url, stop } = await useLocalPostgres({ dataDir, log: silentLog })
    await stop()

    expect(url).toBe(holder.url)
    expect(await findRunningPostgres(dataDir)).toBe(holder.url)
  })
})

it('a command without a running program has the database to itself while it works', async () => {
  const dataDir = await aDataDir()
  const { url, stop } = await useLocalPostgres({ dataDir, log: silentLog })

  expect(await asked(url, 'select 1')).toEqual([1])
  await stop()
  expect(await findRunningPostgres(dataDir)).toBeUndefined()
})
