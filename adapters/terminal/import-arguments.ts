/** Reads what was typed after `npm run import --`. */
import { parseArgs } from 'node:util'
import { readDay, type Day } from '../../src/calendar/day.ts'
import type { Problem } from '../../src/children/return-report.ts'

export const usage =
  'Usage: npm run import -- ssda903 FOLDER [--dry-run] [--as-of YYYY-MM-DD] [--older] [--accept-changes N] [--json]\n' +
  '       npm run import -- template FILE, which writes a table to fill in; csv FILE imports it'

export type ImportArguments = {
  readonly folder: string
  /** The last day of which the return speaks, when none is given. */
  readonly asOf?: Day
  readonly dryRun: boolean
  readonly json: boolean
  /** An older extract than one that was merged, on purpose. */
  readonly older: boolean
  /** How many children the caller expects to leave, to be new or to have another date. */
  readonly acceptChanges?: number
}

/** Where the table to fill in is written. */
export type TemplateArguments = { readonly template: string }

/** Read before anything is opened, so that a slip of the keyboard costs nothing. */
export function readImportArguments(args: readonly string[]): ImportArguments | TemplateArguments | Problem {
  const read = parsed(args)
  if ('problem' in read) return read
  const { values, positionals } = read
  const [kind, folder, ...more] = positionals
  if (!kind) return { problem: 'Say what to import.' }
  if (kind !== 'ssda903' && kind !== 'csv' && kind !== 'template')
    return { problem: 'Only ssda903 and csv can be imported.' }
  const what = kind === 'ssda903' ? 'folder' : 'file'
  if (!folder) return { problem: `Say which ${what} to ${kind === 'template' ? 'write' : 'import'}.` }
  if (more.length > 0) return { problem: `Name one ${what} only.` }
  if (kind === 'template') return { template: folder }
  const given = values['as-of']
  const asOf = given === undefined ? undefined : readDay(given)
  if (given !== undefined && !asOf) return { problem: '--as-of needs a date such as 2026-03-31.' }
  const accepted = values['accept-changes']
  if (accepted !== undefined && !/^\d{1,7}$/.test(accepted))
    return { problem: '--accept-changes needs the number of changes that the report names, such as 120.' }
  return {
    ...{ folder, dryRun: values['dry-run'], json: values.json, older: values.older },
    ...(asOf && { asOf }),
    ...(accepted !== undefined && { acceptChanges: Number(accepted) }),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        older: { type: 'boolean', default: false },
        'accept-changes': { type: 'string' },
      },
    })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/[.:] /)
    return { problem: `${sentence}.` }
  }
}
