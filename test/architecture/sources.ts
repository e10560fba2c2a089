/** The program's own files, parsed: what each imports, and what it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Source = {
  /** From the top of the repository, with `/`. */
  readonly path: string
  readonly imports: readonly Import[]
  readonly syntax: ts.SourceFile
}

/** `ours`: a path from the top of the repository; else the name of a package, without what is inside it. */
export type Import = { readonly ours: string } | { readonly package: string }

const left = new Set(['node_modules', 'data'])

/** Every file under these folders, whatever its kind; a folder that is not there yet has none. */
export function filesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => walk(folder)).toSorted()
}

function walk(folder: string): readonly string[] {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return left.has(entry.name) ? [] : walk(path)
    return entry.isFile() ? [path] : []
  })
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

const isCode = (path: string): boolean => /\.(ts|mts|mjs|js)$/.test(path)

export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return filesIn(...folders)
    .filter(isCode)
    .map((path) => {
      const text = textOf(path)
      const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
      return { path, imports: importsOf(path, text), syntax }
    })
}

/** Types count as well: what a file must know to be compiled, it knows. */
function importsOf(path: string, text: string): readonly Import[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.')
        ? { ours: posix.normalize(posix.join(posix.dirname(path), fileName)) }
        : { package: packageOf(fileName) },
    )
}

const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** Every node of a file's syntax, so that words in comments and texts are not taken for code. */
export function nodesOf({ syntax }: Source): readonly ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    node.forEachChild(visit)
  }
  visit(syntax)
  return nodes
}

/** As an editor finds it: `src/answer.ts:12`. */
export function placeOf({ path, syntax }: Source, node: ts.Node): string {
  const { line } = syntax.getLineAndCharacterOfPosition(node.getStart())
  return `${path}:${line + 1}`
}
