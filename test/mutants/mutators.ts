/** The changes that are made, one at a time: each is a fault that somebody could make in one line. */
import ts from 'typescript'

/** What stands in place of a node, and how a report says it. */
export type Change = { readonly text: string; readonly said: string }

const other: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
}

/** Links of a chain that only narrow it: without one of them more comes through, or in another order. */
const narrowing = new Set([
  'filter',
  'where',
  'forUpdate',
  'skipLocked',
  'orderBy',
  'limit',
  'toSorted',
  'slice',
  'min',
  'max',
])
const twins: Readonly<Record<string, string>> = { some: 'every', every: 'some', find: 'findLast', findLast: 'find' }

/** What a use case does rather than works out; it is dropped also where its end is what is returned. */
const doing =
  /^(withdraw|record|tell|say|clear|set|save|lock|close|forget|remove|announce|schedule|wake|start|stop|keep|post)/

export function changesOf(node: ts.Node): readonly Change[] {
  if (ts.isSourceFile(node)) return []
  if (ts.isIfStatement(node.parent) && node.parent.expression === node) return [...never(node), ...changesInside(node)]
  if (ts.isConditionalExpression(node.parent) && node.parent.condition === node)
    return [negated(node), ...changesInside(node)]
  return changesInside(node)
}

function changesInside(node: ts.Node): readonly Change[] {
  if (ts.isExpressionStatement(node)) return droppedStatement(node)
  if (ts.isBinaryExpression(node)) return otherOperator(node)
  if (ts.isCallExpression(node)) return [...shorterChain(node), ...droppedEnd(node)]
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [change(node, node.operand.getText())]
  if (ts.isNumericLiteral(node)) return [change(node, String(Number(node.text.replaceAll('_', '')) + 1))]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [change(node, 'false')]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [change(node, 'true')]
  if (ts.isArrayLiteralExpression(node)) return shorterList(node)
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') return otherSql(node)
  return []
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

const change = (node: ts.Node, text: string): Change => ({
  text,
  said: `${oneLine(node.getText())} → ${oneLine(text)}`,
})

const never = (condition: ts.Node): readonly Change[] => [
  { text: 'false', said: `if (${oneLine(condition.getText())}) → never` },
  { text: 'true', said: `if (${oneLine(condition.getText())}) → always` },
]

const negated = (condition: ts.Node): Change => ({
  text: `!(${condition.getText()})`,
  said: `${oneLine(condition.getText())} ? → not`,
})

function droppedStatement(node: ts.ExpressionStatement): readonly Change[] {
  const call = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression
  return ts.isCallExpression(call) ? [{ text: '', said: `${oneLine(node.getText())} → dropped` }] : []
}

/** A call that is the last thing a function does: its end is returned, and what it does is still wanted. */
function droppedEnd(node: ts.CallExpression): readonly Change[] {
  const { parent } = node
  const isEnd = ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node)
  if (!isEnd || !doing.test(lastName(node.expression))) return []
  return [{ text: 'undefined', said: `${oneLine(node.getText())} → dropped` }]
}

const lastName = (callee: ts.Expression): string =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''

function otherOperator(node: ts.BinaryExpression): readonly Change[] {
  const [left, right] = [node.left.getText(), node.right.getText()]
  if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [change(node, left)]
  const operator = other[node.operatorToken.kind]
  return operator === undefined ? [] : [change(node, `(${left}) ${operator} (${right})`)]
}

function shorterChain(node: ts.CallExpression): readonly Change[] {
  const callee = node.expression
  if (!ts.isPropertyAccessExpression(callee) || node.flags & ts.NodeFlags.OptionalChain) return []
  const [from, link] = [callee.expression.getText(), callee.name.text]
  const given = node.arguments.map((argument) => oneLine(argument.getText())).join(', ')
  if (narrowing.has(link) && from !== 'Math' && from !== 'z')
    return [{ text: from, said: `.${link}(${given}) → dropped` }]
  const twin = Object.hasOwn(twins, link) ? twins[link] : undefined
  if (twin === undefined) return []
  const text = `${from}.${twin}(${node.arguments.map((argument) => argument.getText()).join(', ')})`
  return [{ text, said: `.${link}(${given}) → .${twin}` }]
}

/** A list of words is a rule: who may, which kinds. */
function shorterList(node: ts.ArrayLiteralExpression): readonly Change[] {
  if (!node.elements.every(ts.isStringLiteral)) return []
  return node.elements.map((left) => ({
    text: `[${node.elements
      .filter((one) => one !== left)
      .map((one) => one.getText())
      .join(', ')}]`,
    said: `${nameOfList(node)}[${oneLine(left.getText())} → ]`,
  }))
}

const nameOfList = ({ parent }: ts.Node): string =>
  ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) ? `${parent.name.getText()}: ` : ''

const inSql: readonly (readonly [RegExp, string])[] = [
  [/<=/g, '<'],
  [/>=/g, '>'],
  [/(?<![<>])=(?!>)/g, '<>'],
  [/\band\b/g, 'or'],
  [/\bor\b/g, 'and'],
  [/\bnot exists\b/g, 'exists'],
  [/\bis not null\b/g, 'is null'],
  [/\bis null\b/g, 'is not null'],
  [/\bfor update( skip locked)?\b/g, ''],
]

/** Where an update sets a column, an `=` is no comparison: such a change does not parse, and is noticed at once. */
function otherSql(node: ts.TaggedTemplateExpression): readonly Change[] {
  const text = node.getText()
  return inSql.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map((match) => {
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + match[0].length)
      const near = oneLine(`${before.slice(-24)}[${match[0]} → ${instead}]${after.slice(0, 24)}`)
      return { text: `${before}${instead}${after}`, said: `sql: ${near}` }
    }),
  )
}
