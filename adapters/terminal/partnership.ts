/** `npm run partnership`: applies a file as the next version of the partnership, and shows those that were applied. */
import { parseArgs } from 'node:util'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readVersion } from '../../src/partnership/read-version.ts'
import type { KeptVersion } from '../../src/ports/partnership-versions.ts'
import { applyFile, type Applied, type PartnershipPorts } from './partnership-apply.ts'
import { historyLine, partnershipLines } from './partnership-lines.ts'
import type { Terminal } from './terminal.ts'

const usage = `Usage: npm run partnership -- apply FILE [--by WORK-EMAIL] [--yes]
       npm run partnership -- show
       npm run partnership -- history
       npm run partnership -- export [VERSION]
FILE is the partnership's YAML file, or a CSV file of people (id,name,email,agency,roles,deputy,phone,ends).`

/** How the process ends: `Applied`, or 0 shown, 1 there is nothing to show, 2 asked wrongly. */
export async function partnershipFromShell(args: readonly string[], ports: PartnershipPorts): Promise<Applied> {
  const asked = readArguments(args)
  const [verb, given] = asked?.positionals ?? []
  if (!asked || asked.positionals.length > 2) return explained(ports)
  if (verb === 'apply' && given !== undefined) return applyFile({ file: given, ...asked.values }, ports)
  if (asked.values.yes || asked.values.by !== undefined) return explained(ports)
  if (verb === 'export') return exportText(given, ports)
  if (given !== undefined) return explained(ports)
  if (verb === 'show') return show(ports)
  if (verb === 'history') return history(ports)
  return explained(ports)
}

function explained({ err }: Terminal): 2 {
  err(`${usage}\n`)
  return 2
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' }, yes: { type: 'boolean', default: false } },
    })
  } catch {
    return undefined
  }
}

function saying(err: Terminal['err'], sentence: string): 1 {
  err(`${sentence}\n`)
  return 1
}

async function show({ open, out, err }: PartnershipPorts): Promise<Applied> {
  const { versions, demonstration, today } = await open()
  const newest = await versions.newest()
  if (!newest) return saying(err, 'No version has been applied yet.')
  const read = readVersion(newest, { demonstration })
  if ('problems' in read) return saying(err, read.problems.join('\n'))
  out(`${partnershipLines(newest, read.partnership, today).join('\n')}\n`)
  return 0
}

async function history({ open, out }: PartnershipPorts): Promise<Applied> {
  const { versions, demonstration } = await open()
  const newest = await versions.newest()
  const read = newest && readVersion(newest, { demonstration })
  for (const one of await versions.all()) out(`${historyLine(one, read && partnershipOf(read))}\n`)
  return 0
}

const partnershipOf = (read: ReturnType<typeof readVersion>): Partnership | undefined =>
  'partnership' in read ? read.partnership : undefined

async function exportText(given: string | undefined, { open, out, err }: PartnershipPorts): Promise<Applied> {
  const number = Number(given ?? 1)
  if (!Number.isSafeInteger(number) || number < 1) {
    err(`A version is a number such as 3.\n`)
    return 2
  }
  const { versions } = await open()
  const kept: KeptVersion | undefined = given === undefined ? await versions.newest() : await versions.one(number)
  if (!kept)
    return saying(err, given === undefined ? 'No version has been applied yet.' : `There is no version ${number}.`)
  out(kept.text)
  return 0
}
