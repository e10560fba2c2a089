/** What may not be written, found in the syntax rather than in the text. */
import ts from 'typescript'
import { nodesOf, placeOf, type Source } from './sources.ts'

type Found = (node: ts.Node) => boolean

const placesOf = (sources: readonly Source[], found: Found): readonly string[] =>
  sources.flatMap((source) =>
    nodesOf(source)
      .filter(found)
      .map((node) => placeOf(source, node)),
  )

/** Time is an argument, and chance a function that is passed in. */
export const clockReads = (sources: readonly Source[]): readonly string[] =>
  placesOf(sources, (node) => {
    if (ts.isNewExpression(node)) return named(node.expression, 'Date') && (node.arguments ?? []).length === 0
    if (ts.isIdentifier(node)) return timers.has(node.text)
    return ts.isPropertyAccessExpression(node) && reads.has(`${node.expression.getText()}.${node.name.text}`)
  })

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])
const reads = new Set(['Date.now', 'performance.now', 'process.hrtime', 'Math.random', 'crypto.randomUUID'])

export const callsOf = (sources: readonly Source[], method: string): readonly string[] =>
  placesOf(
    sources,
    (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      named(node.expression.name, method),
  )

/** Where a function is called by its name alone. */
export const plainCallsOf = (sources: readonly Source[], ...functions: readonly string[]): readonly string[] =>
  placesOf(
    sources,
    (node) => ts.isCallExpression(node) && ts.isIdentifier(node.expression) && functions.includes(node.expression.text),
  )

/** `x as Name` and `new Name(…)`. */
export const makingsOf = (sources: readonly Source[], name: string): readonly string[] =>
  placesOf(
    sources,
    (node) =>
      (ts.isAsExpression(node) && node.type.getText() === name) ||
      (ts.isNewExpression(node) && named(node.expression, name)),
  )

/** The first word of `log.info(…)` and its like, where it is not written as small words with hyphens. */
export const oddLogEvents = (sources: readonly Source[]): readonly string[] =>
  placesOf(sources, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
    const { name, expression } = node.expression
    const isLog = /(^|\.)log$/.test(expression.getText()) && ['info', 'warn', 'error'].includes(name.text)
    const [event] = node.arguments
    return isLog && event !== undefined && ts.isStringLiteral(event) && !/^[a-z]+(-[a-z]+)*$/.test(event.text)
  })

export const defaultClauses = (sources: readonly Source[]): readonly string[] => placesOf(sources, ts.isDefaultClause)

export const defaultExports = (sources: readonly Source[]): readonly string[] =>
  placesOf(
    sources,
    (node) =>
      ts.isExportAssignment(node) || (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)),
  )

/** Tests that are left out, alone, or that change modules under the program's feet. */
export const testsNotRun = (sources: readonly Source[]): readonly string[] =>
  placesOf(sources, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return false
    const [start] = node.expression.getText().split('.', 1)
    const suite = start === 'it' || start === 'test' || start === 'describe' || start === 'suite'
    return (suite && left.has(node.name.text)) || (start === 'vi' && patches.has(node.name.text))
  })

const left = new Set(['only', 'skip', 'todo', 'fails'])
const patches = new Set(['mock', 'doMock', 'hoisted', 'stubGlobal'])

/** Every text that the code writes down, so that a name can be looked for where it is used. */
export const textsIn = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(
    sources.flatMap((source) =>
      nodesOf(source)
        .filter(ts.isStringLiteral)
        .map(({ text }) => text),
    ),
  )

const named = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name
