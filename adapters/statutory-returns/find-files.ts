/** Looks into a folder: which of its files are which part of a return. */
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Problem, ReadReport, UnknownFile } from '../../src/children/return-report.ts'
import type { ReturnFile } from '../../src/children/row-notes.ts'
import { headerRowOf } from './read-table.ts'
import { encodingOfAll } from './decoded.ts'
import { beginningOf, oddStart } from './odd-file.ts'
import { formIn, plainForm, type TableForm } from './table-form.ts'
import { columnsOf, columnTwice, recognise, templateColumns } from './recognise.ts'

export type FoundFiles = Pick<ReadReport, 'leftAlone' | 'unknown'> & {
  readonly files: Readonly<Partial<Record<ReturnFile, FoundFile>>>
}

export type FoundFile = {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly form: TableForm
  /** It is our own table, and this file of the return is a part of it. */
  readonly template?: true
}

export async function findFiles(folder: string): Promise<FoundFiles | Problem> {
  const there = await namesIn(folder)
  if (!there) return { problem: `The folder ${folder} does not exist or cannot be read.` }
  const { names, within } = there
  const files: Partial<Record<ReturnFile, FoundFile>> = {}
  const leftAlone: { name: string; what: string }[] = []
  const unknown: UnknownFile[] = []
  for (const name of names) {
    const path = join(within, name)
    const bytes = await beginningOf(path)
    const odd = oddStart(bytes)
    // Without it the return would be read as if that file were not there.
    if (odd !== undefined && bytes.length > 0 && isCalledCsv(name)) return { problem: `${name} ${odd}.` }
    const found = odd === undefined ? formIn(bytes) : undefined
    const form = found?.form ?? plainForm
    const header = odd === undefined ? await headerRowOf(name, path, form) : undefined
    const recognised = recognise(header ?? [])
    if (found && found.kind !== recognised.kind)
      return {
        problem: `${name}, row ${form.row}: the quotation marks of the header row do not go around one name each; expected one column a cell.`,
      }
    switch (recognised.kind) {
      case 'read':
      case 'template': {
        const isTemplate = recognised.kind === 'template'
        const twice = columnTwice(isTemplate ? templateColumns : columnsOf[recognised.file], header ?? [])
        if (twice) return { problem: `${name}: two columns are called ${twice}; expected one.` }
        const holds = isTemplate ? allFiles : [recognised.file]
        for (const file of holds) {
          const already = files[file]?.name
          if (already)
            return { problem: `Both ${already} and ${name} look like the ${file} file. Keep only one of them.` }
        }
        const found: FoundFile = {
          ...{ name, path, bytes: (await stat(path)).size },
          form: { ...form, encoding: await encodingOfAll(path, form) },
          ...(isTemplate && { template: true }),
        }
        for (const file of holds) files[file] = found
        break
      }
      case 'left-alone':
        leftAlone.push({ name, what: recognised.what })
        break
      case 'lacking':
        unknown.push({ name, like: recognised.file, lacking: recognised.columns })
        break
      case 'unknown':
        unknown.push({ name, ...(odd !== undefined && { odd }) })
    }
  }
  const problem = missing(files, unknown)
  return problem ? { problem } : { files, leftAlone, unknown }
}

const allFiles = ['header', 'episodes', 'reviews', 'allocations'] as const

const isCalledCsv = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name)

/** A folder of something else has many files. */
const mostSaid = 6

type There = { readonly names: readonly string[]; readonly within: string }

/** A single file is a folder of one. */
async function namesIn(folder: string): Promise<There | undefined> {
  try {
    if ((await stat(folder)).isFile()) return { names: [basename(folder)], within: dirname(folder) }
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
    return { names, within: folder }
  } catch {
    return undefined
  }
}

function missing(files: FoundFiles['files'], unknown: FoundFiles['unknown']): string | undefined {
  for (const file of ['header', 'episodes'] as const) {
    if (files[file]) continue
    const near = unknown.find(({ like }) => like === file)
    if (near) return `${near.name} looks like the ${file} file, but has no column ${(near.lacking ?? []).join(', ')}.`
    const odd = unknown.flatMap((one) => (one.odd === undefined ? [] : [` ${one.name} ${one.odd}.`]))
    return `There is no ${file} file in the folder. Files are recognised by their header rows.${odd.slice(0, mostSaid).join('')}`
  }
  return undefined
}
