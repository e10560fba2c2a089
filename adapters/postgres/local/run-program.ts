/** Runs one of PostgreSQL's programs to its end. */
import { spawn } from 'node:child_process'
import { noRoot } from './why-not.ts'
import { CannotStartError } from '../../../doors/cannot-start.ts'

export type Outcome = { readonly ok: boolean; readonly said: string }

/**
 * Runs one of PostgreSQL's programs to its end. It gets a session of its own, so that Ctrl-C at the terminal does not
 * reach the database before everything is written, and nothing of our environment but the search path.
 */
export function runProgram(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const [command, ...rest] = process.getuid?.() === 0 ? [...asNobodySpecial, program, ...args] : [program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd,
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output.on('data', (part: Buffer) => (said += part.toString()))
    child.on('error', (error) => reject(command === 'unshare' ? new CannotStartError(noRoot, { cause: error }) : error))
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

/** PostgreSQL refuses root; in a user namespace root is a user like any other, and still owns its files. */
const asNobodySpecial = ['unshare', '--user', '--map-user=1000', '--map-group=1000'] as const
