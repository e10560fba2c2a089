/** A source file with all its mutants in it, each behind a switch: so a process that has loaded it can try them all. */
import ts from 'typescript'
import { changesOf, type Change } from './mutators.ts'
import { switchName } from './switch-name.ts'

export type Mutant = {
  /** Of the file, what is changed and into what: the same as long as nobody rewrites that line. */
  readonly key: string
  readonly file: string
  readonly line: number
  readonly said: string
  /** It is read when its file is loaded: to try it takes a process of its own. */
  readonly atLoad: boolean
}

export type Mutated = { readonly mutants: readonly Mutant[]; readonly code: string }

export function makeMutants(file: string, text: string): Mutated {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const mutants: Mutant[] = []
  const seen = new Map<string, number>()
  return { code: render(source), mutants }

  function render(node: ts.Node): string {
    if (isLeftAlone(node)) return node.getFullText()
    if (isOfTable(node)) return renderOfTable(node)
    const inside = renderChildren(node)
    const changes = changesOf(node).filter(({ said }) => said.length > 0)
    if (changes.length === 0) return inside
    const lead = node.getFullText().slice(0, node.getLeadingTriviaWidth())
    const changed = changes.map((change) => ({ change, key: keep(node, change) }))
    return `${lead}${ts.isExpressionStatement(node) ? statement(changed, inside) : expression(changed, inside)}`
  }

  /** Read whenever it is asked for, not once when the file is loaded: so a warm process can try it. */
  function renderOfTable({ name, initializer }: ts.PropertyAssignment): string {
    const lead = name.getFullText().slice(0, name.getLeadingTriviaWidth())
    return `${lead}get ${name.getText()}() { return ${render(initializer)} }`
  }

  function renderChildren(node: ts.Node): string {
    const whole = source.text
    let at = node.pos
    let out = ''
    ts.forEachChild(node, (child) => {
      out += whole.slice(at, child.pos) + render(child)
      at = child.end
    })
    return out + whole.slice(at, node.end)
  }

  function keep(node: ts.Node, { said }: Change): string {
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    const key = `${file} | ${said}${before === 0 ? '' : ` (${before + 1})`}`
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    mutants.push({
      key,
      file,
      line,
      said: key.slice(file.length + 3),
      atLoad: !isInFunction(node) && !isOfTable(node.parent),
    })
    return key
  }
}

type Changed = { readonly change: Change; readonly key: string }

const on = (key: string): string => `${switchName}(${JSON.stringify(key)})`

const statement = (changed: readonly Changed[], inside: string): string =>
  `{ if (!(${changed.map(({ key }) => on(key)).join(' || ')})) { ${inside} } }`

const expression = (changed: readonly Changed[], inside: string): string =>
  `(${changed.map(({ key, change }) => `${on(key)} ? (${change.text}) : `).join('')}(${inside}))`

/** Types, imports, names, and what is only written to the log of the process. */
function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true
  if (ts.isPropertyName(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node) return true
  if (ts.isPropertyName(node) && ts.isBindingElement(node.parent) && node.parent.propertyName === node) return true
  return ts.isExpressionStatement(node) && /^(await )?(\w+\.)*log\.\w+\(/.test(node.getText())
}

/** A list under a name, in a table that the file names: nothing reads it while the file is loaded. */
function isOfTable(node: ts.Node): node is ts.PropertyAssignment {
  if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return false
  let at: ts.Node = node.parent
  while (
    ts.isObjectLiteralExpression(at) ||
    ts.isPropertyAssignment(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at)
  )
    at = at.parent
  return ts.isVariableDeclaration(at) && !isInFunction(at)
}

function isInFunction(node: ts.Node): boolean {
  for (let at = node.parent as ts.Node | undefined; at; at = at.parent) if (ts.isFunctionLike(at)) return true
  return false
}
