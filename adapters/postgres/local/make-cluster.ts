/** Makes the files of a local PostgreSQL where there are none. */
import { randomBytes } from 'node:crypto'
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { runProgram } from './run-program.ts'
import { whyNot } from './why-not.ts'

export const user = 'unstuck'

/** Makes the cluster when there is none; it gets its name only when it is whole, so a kill in the middle leaves none. */
export async function makeCluster(folder: DataFolder, { initdb }: Binaries, careless: boolean): Promise<boolean> {
  const made = await access(folder.cluster).then(
    () => true,
    () => false,
  )
  if (made) return false

  await removeHalfMade(folder)
  const half = `${folder.cluster}${halfMade}${process.pid}`
  await writeFile(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const outcome = await runProgram(initdb, [...choices(folder, half), ...(careless ? ['--no-sync'] : [])], folder.path)
  if (!outcome.ok) throw whyNot(outcome.said, folder)
  await rename(half, folder.cluster)
  return true
}

const halfMade = '.half-made-'

async function removeHalfMade({ path }: DataFolder): Promise<void> {
  for (const name of await readdir(path)) {
    if (name.includes(halfMade)) await rm(join(path, name), { recursive: true, force: true })
  }
}

const choices = ({ password }: DataFolder, cluster: string): string[] => [
  `--pgdata=${cluster}`,
  `--username=${user}`,
  `--pwfile=${password}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // PostgreSQL's own C.UTF-8: the same order of words whatever locales this machine has
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
]

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // a refused statement is told to its sender; in the log its words could be a child's name
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
