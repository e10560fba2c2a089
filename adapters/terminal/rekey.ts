/** `npm run rekey`: brings everything under the secret key of today, and says when the older ones can be forgotten. */
import { nothingLeft, type KeyCount, type Rekey } from '../../src/ports/rekey.ts'
import type { Terminal } from './terminal.ts'

const usage = 'Usage: npm run rekey\n       npm run rekey -- --check'

export type RekeyFromShell = {
  /** Opens the database, once it is clear what was asked. */
  readonly open: () => Promise<Rekey>
  /** Somebody pressed Ctrl-C. */
  readonly stopped: () => boolean
  /** In milliseconds, from any moment on. */
  readonly elapsedMs: () => number
}

/** The exit code: 0 nothing is under an older key, 1 something is, 2 if the command was wrong. */
export async function rekeyFromShell(
  args: readonly string[],
  { open, stopped, elapsedMs }: RekeyFromShell,
  { out, err }: Terminal,
): Promise<number> {
  const [option, ...others] = args
  if (others.length > 0 || (option !== undefined && option !== '--check')) {
    err(`${usage}\n`)
    return 2
  }
  const rekey = await open()
  const before = await rekey.count()
  out(countInWords(before))
  if (nothingLeft(before)) return end(before, out)
  if (before.unopened > 0) {
    err(
      `${inWords(before.unopened, 'key')} cannot be opened with the secret keys that were given. ` +
        'Put the missing one into SECRET_KEYS_OLD. Nothing was changed.\n',
    )
    return 1
  }
  if (option === '--check') {
    err('Something is left under an older key: keep SECRET_KEYS_OLD, and run `npm run rekey`.\n')
    return 1
  }
  const ran = await rekey.run({ stopped, progressed: progressIn(before, out, elapsedMs) })
  if (ran === 'busy') {
    err('An import is running, or another exchange. Run this again when it has ended. Nothing was changed.\n')
    return 1
  }
  const after = await rekey.count()
  out(countInWords(after))
  if (nothingLeft(after)) return end(after, out)
  err(`${whatIsLeft(after, stopped())}\n`)
  return 1
}

function end({ keys, hashed, values }: KeyCount, out: Terminal['out']): number {
  out(
    `Nothing is left under an older key: ${inWords(values, 'sealed value')} (under ${inWords(keys, 'key')}) and ` +
      `the hashes of ${children(hashed)} are under the new one. SECRET_KEYS_OLD can be removed once every process runs ` +
      'with the new SECRET_KEY; until then keep it, and look again with `npm run rekey -- --check`.\n',
  )
  return 0
}

function whatIsLeft({ keysLeft, unopened, hashedLeft }: KeyCount, stopped: boolean): string {
  const damaged = !stopped && keysLeft === 1 && hashedLeft > 0
  const parts = [
    stopped ? 'Stopped.' : 'Not all could be exchanged.',
    `${inWords(keysLeft, 'key')} and the hashes of ${children(hashedLeft)} are left under an older key.`,
    ...(!stopped && keysLeft > 1 ? ['Rows may be in use, or a process still seals with the older key.'] : []),
    ...(unopened > 0 ? [`${inWords(unopened, 'key')} cannot be opened.`] : []),
    'Keep SECRET_KEYS_OLD, and run this again: it goes on from here.',
    ...(damaged
      ? ['A child could not be hashed again: its record is damaged, or there are two of it. See docs/operating.md.']
      : []),
  ]
  return parts.join(' ')
}

const countInWords = ({ keys, keysLeft, hashed, hashedLeft }: KeyCount): string =>
  `Keys: ${keys} under the new secret key, ${keysLeft} left. Hashes: ${hashed} children, ${hashedLeft} left.\n`

/** A line a second at most, which a log can hold and a person can watch. */
function progressIn({ keysLeft, hashedLeft }: KeyCount, out: Terminal['out'], elapsedMs: () => number) {
  let [done, last] = [0, elapsedMs()]
  return (rows: number): void => {
    done += rows
    if (elapsedMs() - last < 1_000) return
    last = elapsedMs()
    out(`${done} of ${keysLeft + hashedLeft} exchanged.\n`)
  }
}

const inWords = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
const children = (count: number): string => (count === 1 ? '1 child' : `${count} children`)
