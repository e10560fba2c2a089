/**
 * The product's own source as plain JavaScript, beside what it reads: a process that is started on it takes a third of
 * the time that `--import tsx` takes, and a run starts some forty. What has not changed is kept from the last run.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..', '..')
/** The product, and what tests start as processes of their own. */
const folders = ['adapters', 'bin', 'doors', 'jobs', 'src', 'test/faults', 'test/postgres', 'test/support']

const compiledIn = 'UNSTUCK_COMPILED'

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

/** How Node is told to run a file of ours: from its compiled source where a run of tests has made it. */
export function toRun(file: string): readonly string[] {
  const compiled = process.env[compiledIn]
  return compiled === undefined ? ['--import', 'tsx', file] : [join(compiled, file.replace(/\.ts$/, '.js'))]
}

/** Says where to processes of this run. */
export function compile(): void {
  const name = `unstuck-compiled-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`
  const to = join(root, 'node_modules', '.cache', name)
  mkdirSync(to, { recursive: true })
  copyFileSync(join(root, 'package.json'), join(to, 'package.json'))
  if (!existsSync(join(to, 'manifest'))) symlinkSync(join(root, 'manifest'), join(to, 'manifest'))
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      keep(join(root, folder, file), join(to, folder, file.replace(/(?<!\.d)\.ts$/, '.js')))
  process.env[compiledIn] = to
}

function keep(source: string, target: string): void {
  const of = statSync(source)
  if (!of.isFile() || (statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0) > of.mtimeMs) return
  mkdirSync(dirname(target), { recursive: true })
  const text = readFileSync(source)
  const half = `${target}.${process.pid}`
  writeFileSync(
    half,
    target.endsWith('.js') ? ts.transpileModule(text.toString(), { compilerOptions: options }).outputText : text,
  )
  renameSync(half, target) // another run may be starting a process on it
}
