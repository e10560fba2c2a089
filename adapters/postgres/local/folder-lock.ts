/** One running copy for each data folder. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { CannotStartError } from '../../../doors/cannot-start.ts'
import { readJson } from '../../../doors/read-json.ts'
import type { DataFolder } from './data-folder.ts'
import { birthOf } from './process-birth.ts'

export type FolderLock = { readonly release: () => Promise<void> }

const Holder = z.object({ pid: z.int().positive(), born: z.string() })

/** Another process works on this folder. */
export class FolderInUseError extends CannotStartError {}

/** One running copy for each folder. The lock of a process that is dead, or whose number was given away, is taken over. */
export async function lockFolder({ inUse }: DataFolder, patienceMs: number): Promise<FolderLock> {
  const mine = JSON.stringify({ pid: process.pid, born: await birthOf(process.pid) })
  const draft = `${inUse}.${process.pid}`
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    for (let waitedMs = 0; ; waitedMs += pollMs) {
      if (await wasLinked(draft, inUse)) return { release: () => rm(inUse, { force: true }) }
      const found = await readFile(inUse, 'utf8').catch(() => '')
      const pid = await livingHolder(found)
      if (pid === undefined) await setAside(inUse, found)
      else if (waitedMs >= patienceMs) throw new FolderInUseError(`DATA_DIR is in use by process ${pid}.`)
      else await pause(pollMs)
    }
  } finally {
    await rm(draft, { force: true })
  }
}

const pollMs = 100

/** A link appears whole or not at all, so nobody reads half a lock. */
async function wasLinked(draft: string, inUse: string): Promise<boolean> {
  try {
    await link(draft, inUse)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function livingHolder(found: string): Promise<number | undefined> {
  const holder = Holder.safeParse(readJson(found)).data
  return holder && (await birthOf(holder.pid)) === holder.born ? holder.pid : undefined
}

/** Two starters may find the same dead lock; the slower one must not throw away the quicker one's new lock. */
async function setAside(inUse: string, dead: string): Promise<void> {
  const aside = `${inUse}.dead.${process.pid}`
  const moved = await rename(inUse, aside).then(
    () => true,
    () => false,
  )
  if (moved && (await readFile(aside, 'utf8')) !== dead) await link(aside, inUse).catch(() => undefined)
  await rm(aside, { force: true })
  await pause(20)
}
