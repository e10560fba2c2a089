import { chown, mkdir, readlink, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { linkLibraries } from '../../adapters/postgres/local/binaries.ts'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { findRunningPostgres } from '../../adapters/postgres/local/use-local-postgres.ts'
import { whyNot } from '../../adapters/postgres/local/why-not.ts'
import { silentLog } from '../support/silent-log.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aDataDir, anEmptyPlace, throwMadeAway } from './local-folder.ts'

afterAll(throwMadeAway)

const asRoot = process.getuid?.() === 0
const start = (dataDir: string) => startLocalPostgres({ dataDir, log: silentLog })

describe('what cannot be had is said in a sentence', () => {
  it('a file in the way', async () => {
    const dataDir = anEmptyPlace()
    await writeFile(dataDir, '')

    await expect(start(dataDir)).rejects.toThrow('is not a folder. Give another DATA_DIR.')
  })

  it('a password that was lost', async () => {
    const dataDir = await aDataDir()
    await rm(join(dataDir, 'postgres.password'))

    await expect(start(dataDir)).rejects.toThrow('The password of the local PostgreSQL is missing')
    await expect(findRunningPostgres(dataDir)).resolves.toBeUndefined()
  })

  it.runIf(asRoot)("somebody else's folder", async () => {
    const dataDir = anEmptyPlace()
    await mkdir(join(dataDir, 'postgres'), { recursive: true })
    await chown(join(dataDir, 'postgres'), 12_345, 12_345)

    await expect(start(dataDir)).rejects.toThrow('belongs to user 12345')
  })

  it.runIf(asRoot).each([
    ['refused', "echo 'unshare: unshare failed: Operation not permitted' >&2; exit 1"],
    ['too old', 'echo "unshare: unrecognized option \'--map-user=1000\'" >&2; exit 1'],
  ])('root, where user namespaces are %s', async (_, script) => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'unshare'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
    onTestFinished(() => void vi.unstubAllEnvs())

    await expect(start(anEmptyPlace())).rejects.toThrow('Start as an ordinary user, or give DATABASE_URL.')
  })

  it.runIf(asRoot)('root, without unshare', async () => {
    vi.stubEnv('PATH', '/nowhere')
    onTestFinished(() => void vi.unstubAllEnvs())

    await expect(start(anEmptyPlace())).rejects.toThrow('Start as an ordinary user, or give DATABASE_URL.')
  })

  it.each([
    ['could not write to file "pg_wal/x": No space left on device', 'is full'],
    ['could not create directory: Disk quota exceeded', 'quota'],
    ['could not open file: Permission denied', 'cannot be read and written by this user'],
    ['FATAL: data directory "x" has wrong ownership', 'cannot be read and written by this user'],
    ['mkdir: Read-only file system', 'read-only'],
    ['FATAL: database files are incompatible with server', 'another version of PostgreSQL'],
    ['postgres: error while loading shared libraries: libz.so.1', 'do not run on this machine'],
    ['something new', 'did not start (its log is /x/postgres.log): something new'],
  ])('%s', (said, sentence) => {
    expect(whyNot(said, { path: '/x', log: '/x/postgres.log' }).message).toContain(sentence)
  })
})

it('makes the links that npm left out, once', async () => {
  const root = temporaryFolder()
  const target = 'native/lib/libpq.so.5'
  await mkdir(join(root, dirname(target)), { recursive: true })
  await writeFile(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target }]),
  )

  await linkLibraries(root)
  await linkLibraries(root)

  expect(await readlink(join(root, target))).toBe('libpq.so.5.18')
})
