import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { silentLog } from '../support/silent-log.ts'
import { aDataDir, anEmptyPlace, asked, started, throwMadeAway } from './local-folder.ts'

afterAll(throwMadeAway)

describe('a start', () => {
  it('makes a PostgreSQL that keeps what it is given', async () => {
    const dataDir = anEmptyPlace()
    const { url, stop } = await startLocalPostgres({ dataDir, log: silentLog })
    onTestFinished(stop)

    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/unstuck' })
    expect(await asked(url, 'show server_encoding')).toEqual(['UTF8'])
    expect(await asked(url, 'show fsync')).toEqual(['on'])
    expect(await asked(url, 'show synchronous_commit')).toEqual(['on'])
    expect(await asked(url, 'select datlocale from pg_database where datname = current_database()')).toEqual([
      'C.UTF-8',
    ])
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
  })

  it('lets nobody in without the password', async () => {
    const { url } = await started(await aDataDir())
    const wrong = new URL(url)
    wrong.password = 'guess'

    await expect(asked(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('gives it a session of its own, which Ctrl-C does not reach', async () => {
    const dataDir = await aDataDir()
    await started(dataDir)
    const [pid = ''] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')

    expect(execFileSync('ps', ['-o', 'pgid=', '-p', pid], { encoding: 'utf8' }).trim()).toBe(pid)
  })

  it('writes no words of anybody into its log', async () => {
    const dataDir = await aDataDir()
    const { url } = await started(dataDir)
    await expect(asked(url, `select 'Wilhelmina'::int`)).rejects.toThrow()
    await asked(url, `create table child (name text unique)`)
    await expect(asked(url, `insert into child values ('Wilhelmina'), ('Wilhelmina')`)).rejects.toThrow()

    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Wilhelmina')
  })

  it('begins again what a kill left half made', async () => {
    const dataDir = anEmptyPlace()
    await mkdir(join(dataDir, 'postgres.half-made-1'), { recursive: true })
    await writeFile(join(dataDir, 'postgres.password'), 'of-the-half-made-one')

    const { url } = await started(dataDir)

    expect(await asked(url, 'select 1')).toEqual([1])
    expect((await readdir(dataDir)).filter((name) => name.includes('half-made'))).toEqual([])
  })
})

describe('a later start', () => {
  it('finds everything as it was, at the same address', async () => {
    const dataDir = await aDataDir()
    const first = await started(dataDir)
    await asked(first.url, 'create table kept as select 7 as number')
    await Promise.all([first.stop(), first.stop()])

    const second = await started(dataDir)

    expect(second.url).toBe(first.url)
    expect(await asked(second.url, 'select number from kept')).toEqual([7])
  })

  it('takes another port when somebody has the old one', async () => {
    const dataDir = await aDataDir()
    const first = await started(dataDir)
    await first.stop()
    const somebody = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    onTestFinished(() => void somebody.close())

    const second = await started(dataDir)

    expect(second.url).not.toBe(first.url)
    expect(await asked(second.url, 'select 1')).toEqual([1])
  })
})
