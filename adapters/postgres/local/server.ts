/** Starts and stops the local PostgreSQL. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { CannotStartError } from '../../../doors/cannot-start.ts'
import type { DataFolder } from './data-folder.ts'
import { freePort } from '../../../doors/free-port.ts'
import { removeStaleNote } from './postmaster.ts'
import { runProgram, type Outcome } from './run-program.ts'
import { whyNot } from './why-not.ts'

const attempts = 5

/** Starts PostgreSQL and answers when it serves, at the port of last time if that is free. */
export async function startServer(folder: DataFolder, { pgCtl }: Binaries, options: string): Promise<number> {
  await removeStaleNote(folder)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(await portOfLastTime(folder))
    const outcome = await startAt(port, folder, pgCtl, options)
    if (outcome.ok) {
      await keepPort(folder, port)
      return port
    }
    // somebody was quicker at the port, or what is left of a killed server is still going away
    const passing = /could not bind|Address already in use|shared memory block .* is still in use/.test(outcome.said)
    if (!passing || attempt === attempts) throw whyNot(outcome.said, folder)
    await pause(500 * attempt)
  }
}

export async function stopServer(folder: DataFolder, { pgCtl }: Binaries, mode: 'fast' | 'immediate'): Promise<void> {
  const args = ['-D', folder.cluster, '-m', mode, '-w', '-t', '60', 'stop']
  const outcome = await runProgram(pgCtl, args, folder.path)
  if (!outcome.ok && !/PID file .* does not exist|No such process/.test(outcome.said)) {
    throw new CannotStartError(`The local PostgreSQL did not stop: ${outcome.said.trim()}`)
  }
}

/** Relative paths, because pg_ctl hands them to a shell; minutes, because a repair after a kill may take them. */
async function startAt(port: number, folder: DataFolder, pgCtl: string, options: string): Promise<Outcome> {
  const logged = await sizeOf(folder.log)
  const args = ['-D', 'postgres', '-l', 'postgres.log', '-o', `-p ${port} ${options}`, '-w', '-t', '300', 'start']
  const { ok, said } = await runProgram(pgCtl, args, folder.path)
  return ok
    ? { ok, said }
    : { ok, said: `${said}\n${(await readFile(folder.log).catch(() => Buffer.of())).subarray(logged).toString()}` }
}

/** The port that is tried first the next time. */
export const keepPort = (folder: DataFolder, port: number): Promise<void> =>
  writeFile(folder.port, `${port}\n`, { mode: 0o600 })

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

async function portOfLastTime({ port }: DataFolder): Promise<number> {
  const kept = Number(await readFile(port, 'utf8').catch(() => ''))
  return Number.isInteger(kept) && kept > 0 && kept < 65_536 ? kept : 0
}
