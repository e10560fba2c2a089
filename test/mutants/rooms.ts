/** Which files are mutated, in which rooms, and how many mutants of a hundred may go unnoticed there. */
import { execFileSync } from 'node:child_process'
import { filesIn } from '../architecture/sources.ts'

/** Adapters only translate: of them, the files that decide something. */
const deciding =
  /^adapters\/(\w+)\/(.*\/)?(attempt|deliver|accounts|accounts-store|press|session|form-page|sign-ins|outbox|posted|transaction|send-limits|verify)\.ts$/
const queries = /^adapters\/postgres\/rooms\/[\w-]+\.ts$/

export const mutatedFiles = (): readonly string[] =>
  filesIn('src', 'jobs', 'adapters').filter((path) => path.endsWith('.ts') && roomOf(path) !== undefined)

/** `src/duties/duty.ts` is of duties, `adapters/slack/hear/press.ts` of slack. */
export function roomOf(path: string): string | undefined {
  const [top, folder = ''] = path.split('/', 2)
  if (top === 'jobs') return 'jobs'
  if (top === 'src') return folder.endsWith('.ts') ? 'src' : folder
  return (deciding.test(path) && folder !== 'terminal') || queries.test(path) ? folder : undefined
}

/** The rooms of `src` and of the adapters can have one name: postgres and people are of one kind each. */
export const nameOfRoom = (file: string): string =>
  file.startsWith('adapters/') ? `adapters/${roomOf(file) ?? ''}` : (roomOf(file) ?? '')

/** Survivors in a hundred. */
export const mayLiveOf = (file: string): number => (file.startsWith('adapters/') ? 10 : 5)

export function filesChangedSince(ref: string): ReadonlySet<string> {
  const names = execFileSync('git', ['diff', '--name-only', ref, '--'], { encoding: 'utf8' })
  return new Set(names.split('\n'))
}
