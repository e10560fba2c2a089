/** Which PostgreSQL serves a data folder now. */
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { birthOf } from './process-birth.ts'

export type Postmaster = { readonly pid: number; readonly port: number; readonly stopping: boolean }

/** The PostgreSQL that serves this folder now, as its postmaster.pid says and the process itself confirms. */
export async function runningPostmaster({ cluster }: DataFolder): Promise<Postmaster | undefined> {
  const note = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  // the lines: process, folder, start, port, socket, address, shared memory, state
  const [pid = 0, , , port = 0, , , , state] = note
    .split('\n')
    .map((line, at) => (at === 7 ? line.trim() : Number(line)))
  if (typeof pid !== 'number' || typeof port !== 'number' || !(pid > 0 && port > 0)) return undefined
  return (await servesFolder(pid, cluster)) ? { pid, port, stopping: state === 'stopping' } : undefined
}

/**
 * Removes the postmaster.pid of a server that is gone. PostgreSQL does so itself unless another process has the number
 * by now, as in a restarted container; what may be left of the old server it still notices by its shared memory.
 */
export async function removeStaleNote({ cluster }: DataFolder): Promise<void> {
  await rm(pidFile(cluster), { force: true })
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** A postmaster works inside its folder; a process that merely has its number does not. */
async function servesFolder(pid: number, cluster: string): Promise<boolean> {
  if ((await birthOf(pid)) === undefined) return false
  if (process.platform !== 'linux') return true
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(cluster))
}
