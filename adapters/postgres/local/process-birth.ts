/** Tells a process from a later one that has the same number. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * When a process was born, as a text that no later process with the same number can have; undefined when it is dead.
 * From /proc where there is one (proc_pid_stat(5): field 3 is the state, field 22 the start in ticks since boot).
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined)
  if (boot === undefined) return birthByPs(pid)

  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const [state = '', ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const dead = stat === undefined || state === 'Z' || state === 'X'
  return dead ? undefined : `${boot.trim()} ${fields[18] ?? ''}`
}

async function birthByPs(pid: number): Promise<string | undefined> {
  const answer = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], {
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  }).catch(() => undefined)
  return answer?.stdout.trim() || undefined
}
