/** The secret key of a demonstration, made once and kept beside its data; in service SECRET_KEY gives it. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** 64 hexadecimal digits, from the file `secret-key` in this folder, which only its owner can read. */
export async function keptSecretKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key')
  const kept = await read(file)
  if (kept === undefined) await make(dataDir, file)
  const key = kept ?? (await read(file)) ?? ''
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`${file}: expected 64 hexadecimal digits; restore it from a backup`)
  return key
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Written whole under another name and then linked: a process killed half-way leaves no half a key, and of two that
 * start together one key wins.
 */
async function make(dataDir: string, file: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await handle.sync()
    await link(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
