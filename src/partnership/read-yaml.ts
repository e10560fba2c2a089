/** Reads a YAML file that people write; every mistake is named with its line, all that can be seen at once. */
import { LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml'
import type { z } from 'zod'
import { explain, type Problem } from './explain-issue.ts'
import { offsetOf } from './offset-of.ts'

type Read<Value> = { readonly value: Value } | { readonly problems: readonly string[] }

/** The file name is for the problems alone. `problemsOf` finds what a schema cannot see. */
export function readYaml<Schema extends z.ZodType>(
  yaml: string,
  fileName: string,
  schema: Schema,
  problemsOf: (value: z.infer<Schema>) => readonly Problem[] = () => [],
): Read<z.infer<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)

  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => `${fileName} line ${lineAt(pos[0])}: ${message}`) }
  }

  const inWords = ({ path, says }: Problem): string => {
    const place = path.length > 0 ? `, ${path.join('.')}` : ''
    return `${fileName} line ${lineAt(offsetOf(document.contents, path))}${place}: ${says}`
  }
  const contents = contentsOf(document)
  if ('problem' in contents) return { problems: [`${fileName} line ${lineAt(contents.at)}: ${contents.problem}`] }
  const read = schema.safeParse(contents.value)
  if (!read.success) return { problems: read.error.issues.flatMap(explain).map(inWords) }
  const problems = problemsOf(read.data)
  return problems.length > 0 ? { problems: problems.map(inWords) } : { value: read.data }
}

type Contents = { readonly value: unknown } | { readonly problem: string; readonly at: number }

/** Some mistakes show only when aliases are followed: one that stands for nothing, or many that stand for each other. */
function contentsOf(document: Document.Parsed): Contents {
  try {
    return { value: document.toJS() }
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'cannot be read'
    return { problem, at: firstAliasIn(document) }
  }
}

/** Where the first alias stands that stands for nothing; where all stand for something, the first of them. */
function firstAliasIn(document: Document.Parsed): number {
  const aliases: Alias[] = []
  visit(document, { Alias: (_, alias) => void aliases.push(alias) })
  const found = aliases.find((alias) => !alias.resolve(document)) ?? aliases[0]
  return found?.range?.[0] ?? 0
}
