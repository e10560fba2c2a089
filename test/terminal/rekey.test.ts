import { expect, it } from 'vitest'
import { rekeyFromShell } from '../../adapters/terminal/rekey.ts'
import type { KeyCount, Rekey } from '../../src/ports/rekey.ts'

const clean: KeyCount = { keys: 8, keysLeft: 0, unopened: 0, hashed: 5, hashedLeft: 0, values: 40 }
const open: KeyCount = { ...clean, keys: 1, keysLeft: 7, hashed: 0, hashedLeft: 5 }

type Given = { counts?: KeyCount[]; ran?: 'ran' | 'busy'; stopped?: boolean; args?: string[] }

async function run({ counts = [open, clean], ran = 'ran', stopped = false, args = [] }: Given) {
  const said = { out: '', err: '', runs: 0 }
  const left = [...counts]
  let elapsed = 0
  const rekey: Rekey = {
    count: () => Promise.resolve(left.shift() ?? clean),
    run({ progressed }) {
      said.runs += 1
      for (let rows = 0; rows < 12; rows += 4) progressed(4)
      return Promise.resolve(ran)
    },
  }
  const code = await rekeyFromShell(
    args,
    { open: () => Promise.resolve(rekey), stopped: () => stopped, elapsedMs: () => (elapsed += 600) },
    { out: (words) => (said.out += words), err: (words) => (said.err += words) },
  )
  return { code, ...said }
}

it('says what there is to do, how far it is, and what may be removed at the end', async () => {
  const { code, out, err } = await run({})

  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Keys: 1 under the new secret key, 7 left. Hashes: 0 children, 5 left.\n')
  expect(out).toContain('8 of 12 exchanged.\n')
  expect(out).toContain('Nothing is left under an older key: 40 sealed values (under 8 keys)')
  expect(out).toContain('SECRET_KEYS_OLD can be removed once every process runs with the new SECRET_KEY')
})

it.each<[string, Given, number, string, number]>([
  ['runs nothing where nothing is left', { counts: [clean] }, 0, '', 0],
  ['only counts', { args: ['--check'] }, 1, 'keep SECRET_KEYS_OLD, and run `npm run rekey`', 0],
  ['says with --check that nothing is left', { counts: [clean], args: ['--check'] }, 0, '', 0],
  [
    'changes nothing without a key that is needed',
    { counts: [{ ...open, unopened: 3 }] },
    1,
    '3 keys cannot be opened with the secret keys that were given. Put the missing one into SECRET_KEYS_OLD. Nothing was changed.',
    0,
  ],
  ['gives way to an import', { ran: 'busy' }, 1, 'An import is running, or another exchange.', 1],
  [
    'is stopped',
    { stopped: true, counts: [open, { ...open, keysLeft: 2 }] },
    1,
    'Stopped. 2 keys and the hashes of 5 children are left under an older key. Keep SECRET_KEYS_OLD, and run this again',
    1,
  ],
  [
    'names a child that could not be hashed',
    { counts: [open, { ...clean, keysLeft: 1, hashedLeft: 1 }] },
    1,
    'the hashes of 1 child are left under an older key. Keep SECRET_KEYS_OLD, and run this again: it goes on from here. A child could not be hashed again: its record is damaged, or there are two of it',
    1,
  ],
  ['explains itself', { args: ['--now'] }, 2, 'Usage: npm run rekey', 0],
  ['explains itself again', { args: ['--check', 'x'] }, 2, 'Usage: npm run rekey', 0],
])('%s', async (_, given, code, says, runs) => {
  const said = await run(given)

  expect([said.code, said.runs]).toEqual([code, runs])
  expect(said.err).toContain(says)
  if (code !== 0) expect(said.out).not.toContain('removed')
})
