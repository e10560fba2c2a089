/** Why the local PostgreSQL does not start, in one sentence for the person at the terminal. */
import { CannotStartError } from '../../../doors/cannot-start.ts'

export const noRoot =
  'PostgreSQL does not run as root, and this machine does not let it run in a user namespace (unshare, of util-linux). ' +
  'Start as an ordinary user, or give DATABASE_URL.'

/** The data folder, and the log of its PostgreSQL. */
type Where = { readonly path: string; readonly log: string }

/** Turns what a program printed or the file system refused into a sentence; anything unknown is said as it is. */
export function whyNot(problem: unknown, { path, log }: Where): CannotStartError {
  if (problem instanceof CannotStartError) return problem
  const said = problem instanceof Error ? problem.message : String(problem)
  const known = reasons.find(([sign]) => sign.test(said))
  const sentence = known ? known[1](path) : `The local PostgreSQL did not start (its log is ${log}): ${said.trim()}`
  return new CannotStartError(sentence, { cause: problem })
}

/** The signs in the words of initdb, pg_ctl, postgres, unshare and Node; LC_ALL=C keeps them English. */
const reasons: readonly (readonly [RegExp, (path: string) => string])[] = [
  [/unshare|cannot be run as root|uid_map/, () => noRoot],
  [
    /No space left on device|ENOSPC/,
    (path) => `The disk that holds DATA_DIR (${path}) is full. Make room and start again.`,
  ],
  [
    /Disk quota exceeded|EDQUOT/,
    (path) => `The disk quota for DATA_DIR (${path}) is used up. Make room and start again.`,
  ],
  [/Read-only file system|EROFS/, (path) => `DATA_DIR (${path}) is on a read-only disk. Give another DATA_DIR.`],
  [/ENOTDIR|EEXIST/, (path) => `DATA_DIR (${path}) is not a folder. Give another DATA_DIR.`],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted|wrong ownership/,
    (path) =>
      `DATA_DIR (${path}) cannot be read and written by this user (${process.getuid?.() ?? 'unknown'}). ` +
      'Start as the user who owns it and the folders above it, or give another DATA_DIR.',
  ],
  [
    /database files are incompatible|initialized by PostgreSQL version/,
    (path) =>
      `DATA_DIR (${path}) was made by another version of PostgreSQL. ` +
      'Start the version of this program that made it, or give another DATA_DIR.',
  ],
  [
    /loading shared libraries|ENOENT|not found|Exec format error|ENOEXEC/,
    () => "PostgreSQL's programs do not run on this machine. Run npm ci again, or give DATABASE_URL.",
  ],
]
