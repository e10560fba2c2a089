/** Checks a file, shows what it would change, asks, and keeps it as the next version. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Day } from '../../src/calendar/day.ts'
import type { Answer } from '../../src/display/answer.ts'
import { differenceInWords } from '../../src/partnership/difference-in-words.ts'
import { gapsAhead } from '../../src/partnership/gaps-ahead.ts'
import { mergePeople } from '../../src/partnership/merge-people.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import { readVersion } from '../../src/partnership/read-version.ts'
import type { Applying } from '../../src/people/apply-version.ts'
import { personByPasted } from '../../src/people/people.ts'
import type { KeptVersion, PartnershipVersions } from '../../src/ports/partnership-versions.ts'
import { appliedInWords } from './partnership-lines.ts'
import { isPeopleCsv, readPeopleCsv } from './read-people-csv.ts'
import type { Terminal } from './terminal.ts'

export type PartnershipPorts = Terminal & {
  /** Opens the database, once it is clear what was asked. */
  readonly open: () => Promise<AtHand>
  /** Asks the person who sits there; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>
}

/** What of the world is needed, opened. */
export type AtHand = {
  readonly versions: PartnershipVersions
  /** Whether this database is one of the demonstration: files are read as its own. */
  readonly demonstration: boolean
  readonly today: Day
  readonly apply: (applying: Applying) => Promise<Answer>
}

/** 0 applied, or there was nothing to apply; 1 not applied; 2 asked wrongly; 3 somebody else has applied meanwhile. */
export type Applied = 0 | 1 | 2 | 3

type Asked = { readonly file: string; readonly by?: string | undefined; readonly yes: boolean }

type InForce = { readonly newest: KeptVersion; readonly before: Partnership }

/** The exit code. */
export async function applyFile({ file, by, yes }: Asked, ports: PartnershipPorts): Promise<Applied> {
  const { out, err } = ports
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return refusing(err, [`${file} cannot be read.`])
  const hand = await ports.open()
  const inForce = await inForceOf(hand)
  if ('problems' in inForce) return refusing(err, inForce.problems)
  const { newest, before } = inForce
  const given = read({ name: basename(file), bytes }, inForce, hand.demonstration)
  if ('problems' in given) return refusing(err, given.problems)
  const { text, partnership } = given
  if (text === newest.text || given.changesNothing) {
    out(`Nothing to apply: version ${newest.version} ${given.isPeople ? 'has all of this' : 'is this file'}.\n`)
    return 0
  }
  const person = by === undefined ? undefined : (personByPasted(before, by) ?? personByPasted(partnership, by))
  if (by !== undefined && !person) return refusing(err, ['Nobody in the partnership has the email address after --by.'])

  out(`What this changes in version ${newest.version} (applied ${appliedInWords(newest, before)}):\n\n`)
  for (const line of await linesOf(before, partnership, hand)) out(`${line}\n`)
  if (given.isPeople) out('\nPeople who are not in the file stay as they are.\n')
  const agreed = yes ? 'yes' : await ports.ask?.(`\nApply this as version ${newest.version + 1}? (yes/no) `)
  if (agreed === undefined) {
    err(
      '\nThere is no terminal to ask at. Read the changes above, then run it again with --yes. Nothing was changed.\n',
    )
    return 2
  }
  if (!/^\s*y(es)?\s*$/i.test(agreed)) return refusing(err, [])

  const applying = { how: 'terminal', ...(person && { by: person.id }), text, partnership, newest, before } as const
  const answer = await hand.apply(applying)
  if (answer.kind !== 'done') return overtaken(inForce, hand, ports)
  out(`${answer.says}\n`)
  return 0
}

function refusing(err: (words: string) => void, problems: readonly string[]): 1 {
  err(`${[...problems, 'Nothing was changed.'].join('\n')}\n`)
  return 1
}

async function inForceOf({ versions, demonstration }: AtHand): Promise<InForce | { problems: readonly string[] }> {
  const newest = await versions.newest()
  if (!newest)
    return { problems: ['No version has been applied yet: the first start applies the file that PARTNERSHIP names.'] }
  const read = readVersion(newest, { demonstration })
  return 'problems' in read ? read : { newest, before: read.partnership }
}

type Given = {
  readonly text: string
  readonly partnership: Partnership
  readonly isPeople: boolean
  readonly changesNothing: boolean
}

function read(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { newest, before }: InForce,
  demonstration: boolean,
): Given | { readonly problems: readonly string[] } {
  const isPeople = isPeopleCsv(name, bytes)
  if (!isPeople) {
    const text = Buffer.from(bytes).toString('utf8')
    const file = readPartnership(text, name, { demonstration })
    return 'problems' in file ? file : { text, partnership: file.partnership, isPeople, changesNothing: false }
  }
  const rows = readPeopleCsv(bytes, name)
  if ('problems' in rows) return rows
  const merged = mergePeople({ text: newest.text, partnership: before }, rows.rows, name)
  if ('problems' in merged) return merged
  const file = readPartnership(merged.text, `${name}, merged`, { demonstration })
  if ('problems' in file) return file
  const changesNothing = isDeepStrictEqual(before.people, merged.people)
  return { text: merged.text, partnership: file.partnership, isPeople, changesNothing }
}

async function linesOf(before: Partnership, after: Partnership, { versions }: AtHand): Promise<readonly string[]> {
  const sections = differenceInWords(before, after, await versions.openThings())
  const gaps = gapsAhead(after)
  if (sections.length === 0) return ['Only comments or the order of lines change.']
  return [...sections, ...(gaps.length > 0 ? [{ title: 'Look ahead', lines: gaps }] : [])].flatMap(
    ({ title, lines }, index) => [...(index > 0 ? [''] : []), title, ...lines.map((line) => `  ${line}`)],
  )
}

/** Somebody else's version came first: what it changed, so that this one can be looked at again. */
async function overtaken({ newest, before }: InForce, hand: AtHand, { out, err }: PartnershipPorts): Promise<3> {
  const now = await inForceOf(hand)
  err(`Version ${newest.version} is no longer the newest: somebody else has applied a file. Nothing was changed.\n`)
  if ('problems' in now) err(`${now.problems.join('\n')}\n`)
  else {
    out(`Version ${now.newest.version}, applied ${appliedInWords(now.newest, now.before)}, changed:\n\n`)
    for (const line of await linesOf(before, now.before, hand)) out(`${line}\n`)
  }
  err('\nRun this again to see what your file changes against it.\n')
  return 3
}
