import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptSecretKey } from '../../adapters/vault/secret-key.ts'

describe('the secret key of a demonstration', () => {
  let parent: string
  let dataDir: string

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'unstuck-secret-key-'))
    dataDir = join(parent, 'data')
  })
  afterEach(() => rm(parent, { recursive: true }))

  it('is made once, and kept', async () => {
    const made = await keptSecretKey(dataDir)

    expect(made).toMatch(/^[0-9a-f]{64}$/)
    expect(await keptSecretKey(dataDir)).toBe(made)
    expect(await readdir(dataDir)).toEqual(['secret-key'])
  })

  it('is for its owner alone', async () => {
    await keptSecretKey(dataDir)

    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600)
  })

  it('is one for all that start together', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keptSecretKey(dataDir)))

    expect(new Set(keys).size).toBe(1)
  })

  it('is never replaced when the file is damaged, since what it sealed would be lost', async () => {
    await keptSecretKey(dataDir)
    await writeFile(join(dataDir, 'secret-key'), 'gone wrong')

    await expect(keptSecretKey(dataDir)).rejects.toThrow('expected 64 hexadecimal digits')
  })
})
