/** Reads a partnership's file; every mistake is named with its line, all that can be seen at once. */
import { LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml'
import { problemsOf, type Problem } from './cross-checks.ts'
import { explain } from './explain-issue.ts'
import { offsetOf } from './offset-of.ts'
import { Partnership } from './partnership.ts'

type ReadPartnership = { readonly partnership: Partnership } | { readonly problems: readonly string[] }

/** The file name is for the problems alone. Only the caller can say that a file is the demonstration; no file can. */
export function readPartnership(
  yaml: string,
  fileName: string,
  { demonstration = false }: { readonly demonstration?: boolean } = {},
): ReadPartnership {
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
  const read = Partnership.safeParse(contents.value)
  if (!read.success) return { problems: read.error.issues.flatMap(explain).map(inWords) }

  const problems = problemsOf(read.data, demonstration)
  if (problems.length > 0) return { problems: problems.map(inWords) }
  return { partnership: demonstration ? asDemonstration(read.data) : read.data }
}

/** Editing the addresses of its people is enough to try it in a real workspace: their domains are admitted. */
function asDemonstration(given: Partnership): Partnership {
  const domains = [...new Set(given.people.map(({ email }) => email.slice(email.indexOf('@') + 1)))]
  return { ...given, workspaces: given.workspaces.map((one) => ({ ...one, domains })), demonstration: true }
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
