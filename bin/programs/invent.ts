/** `npm run invent`: writes an invented return into a folder, for trying an import. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { readDay } from '../../src/calendar/day.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { demonstrationStaff } from '../wiring/invent-children.ts'

const usage = 'Usage: npm run invent -- FOLDER [--seed 1] [--children 24] [--as-of YYYY-MM-DD]'

const asked = readArgs()
if (!asked) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  const { folder, children } = asked
  await mkdir(folder, { recursive: true })
  const files = Object.entries(inventReturn({ ...asked, ...demonstrationStaff }))
  for (const [name, words] of files) await writeFile(join(folder, name), words)
  process.stdout.write(`${files.map(([name]) => name).join(', ')}: ${children} invented children.\n`)
}

function readArgs() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '1' },
        children: { type: 'string', default: '24' },
        'as-of': { type: 'string', default: dayOf(realClock.now()) },
      },
    })
    const [folder] = positionals
    const [seed, children, asOf] = [Number(values.seed), Number(values.children), readDay(values['as-of'])]
    const whole = Number.isInteger(seed) && Number.isInteger(children) && children > 0
    return folder && whole && asOf ? { folder, seed, children, asOf } : undefined
  } catch {
    return undefined // an option that it does not have
  }
}
