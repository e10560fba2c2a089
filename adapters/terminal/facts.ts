/** `npm run facts -- REFERENCE`: what happened to a case, a line each, and whether the log is whole. */
import { parseArgs } from 'node:util'
import { instantInWords } from '../../src/calendar/in-words.ts'
import type { FactLine, FactLog } from '../../src/ports/fact-log.ts'
import type { Terminal } from './terminal.ts'

const usage = 'Usage: npm run facts -- REFERENCE [--without-times] [--versions]'

/** The exit code: 0 when the log is whole, 1 when it is not or there is no such case, 2 if the command was wrong. */
export async function printFacts(
  args: readonly string[],
  open: () => Promise<FactLog>,
  { out, err }: Terminal,
): Promise<number> {
  const read = readArgs(args)
  if (!read) {
    err(`${usage}\n`)
    return 2
  }
  const found = await (await open()).ofCase(read.reference)
  if (!found) {
    err('No case has this reference.\n')
    return 1
  }
  const numbers = numbering()
  for (const line of found.lines)
    out(
      [
        ...(read.times ? [instantInWords(line.at)] : []),
        ...(read.versions ? [versionOf(line)] : []),
        ...partsOf(line, numbers),
      ]
        .join('  ')
        .trimEnd() + '\n',
    )
  if (found.brokenAt === 0) {
    err('The log is complete.\n') // not among the lines, which a program may read
    return 0
  }
  err(`The log is not complete. Line ${found.brokenAt} was changed, or the line before it is missing.\n`)
  return 1
}

function readArgs(args: readonly string[]): { reference: string; times: boolean; versions: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'without-times': { type: 'boolean' }, versions: { type: 'boolean' } },
    })
    const [reference, ...others] = positionals
    return reference && others.length === 0
      ? {
          reference: reference.toUpperCase(),
          times: values['without-times'] !== true,
          versions: values.versions === true,
        }
      : undefined
  } catch {
    return undefined
  }
}

/** Of the partnership, when this happened. */
const versionOf = ({ version }: FactLine): string => (version === undefined ? '' : `v${version}`).padEnd(4)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Random ids say nothing to a reader: each kind is numbered in the order in which it appears. */
function numbering(): (kind: string, id: string) => string {
  const seen = new Map<string, string>()
  const counts = new Map<string, number>()
  return (kind, id) => {
    const known = seen.get(id)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    seen.set(id, `#${count}`)
    return `#${count}`
  }
}

function partsOf({ fact, by, data }: FactLine, numbers: (kind: string, id: string) => string): readonly string[] {
  const say = (kind: string, value: unknown): string =>
    typeof value === 'string' && uuid.test(value)
      ? numbers(kind, value)
      : Array.isArray(value)
        ? value.map((one: unknown) => say(kind, one)).join(',')
        : value !== null && typeof value === 'object'
          ? Object.entries(value)
              .map(([name, inner]) => say(name, inner))
              .join(':')
          : String(value)
  const others = Object.entries(data).filter(([name]) => name !== 'case')
  return [
    fact.padEnd(20),
    `by ${by ?? 'time'}`.padEnd(24),
    ...others.map(([name, value]) => `${name}=${say(name, value)}`),
  ]
}
