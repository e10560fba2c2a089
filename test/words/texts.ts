/** Every text that somebody may read, with the place where it stands. */
import ts from 'typescript'
import { filesIn, nodesOf, placeOf, sourcesIn, textOf, type Source } from '../architecture/sources.ts'

export type Text = { readonly place: string; readonly text: string }

/** What was drawn on each platform: texts of cards, forms and pages, and the lines of reports. */
export function goldenTexts(): readonly Text[] {
  return filesIn('test/golden')
    .filter((path) => !factsAsStored.includes(path))
    .flatMap((path) => textsOfGolden(path).map((text) => ({ place: path, text })))
}

/** Lists facts under the names of their fields, or forms under their asks, which are stored and stay. */
const factsAsStored = [
  'test/golden/heights.txt',
  'test/golden/way-through/facts.txt',
  'test/golden/way-through/no-silent-ends.txt',
]

function textsOfGolden(path: string): readonly string[] {
  const content = textOf(path)
  if (path.endsWith('.json')) return textsOfJson(JSON.parse(content))
  return path.endsWith('.html') ? textsOfMarkup(content) : content.split('\n')
}

const keysOfTexts = new Set(['text', 'title', 'label', 'placeholder', 'altText', 'fallbackText', 'errorMessage'])

function textsOfJson(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    typeof inside === 'string' && keysOfTexts.has(key) ? [inside] : textsOfJson(inside),
  )
}

/** Between the tags, and in the attributes that are read out. */
function textsOfMarkup(markup: string): readonly string[] {
  const readOut = [...markup.matchAll(/(?:aria-label|alt|title|placeholder)="([^"{]+)"/g)].map(([, text = '']) => text)
  return [...plain(markup).split('\n'), ...readOut].map(withoutEntities).filter((text) => text !== '')
}

const plain = (markup: string): string =>
  markup
    .replaceAll(/<(style|script)\b.*?<\/\1>/gs, '')
    .replaceAll(/<\/?(span|strong|a|em|b)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
}
const withoutEntities = (text: string): string => text.replaceAll(/&[#\w]+;/g, (name) => entities[name] ?? ' ').trim()

/** Words of a template: between the tags, and in quotation marks where it calls a component. */
export function templateTexts(): readonly Text[] {
  return filesIn('adapters')
    .filter((path) => path.endsWith('.njk'))
    .flatMap((path) => {
      const template = textOf(path).replaceAll(/{#.*?#}/gs, '')
      const quoted = [...template.matchAll(/{[{%].*?[%}]}/gs)].flatMap(([call]) =>
        [...call.matchAll(/"([^"]* [^"]*)"/g)].map(([, text = '']) => text),
      )
      const between = textsOfMarkup(template.replaceAll(/{%.*?%}/gs, ' ').replaceAll(/{{.*?}}/gs, 'this'))
      return [...between, ...quoted].map((text) => ({ place: path, text }))
    })
}

/** SQL, codes and lists of names are not shown to anybody. */
const unread = /^adapters\/postgres\/(?!local\/)|^adapters\/statutory-returns\/codes|^src\/display\/names-of-child/

/** Every text of the program that has a space or stands by itself as a word; a hole in it is read as `this`. */
export function sourceTexts(...folders: readonly string[]): readonly Text[] {
  return sourcesIn(...folders)
    .filter(({ path }) => !unread.test(path))
    .flatMap(textsOfSource)
    .filter(({ text }) => /[a-z] [a-z]/i.test(text) || /^[A-Z][a-z]+$/.test(text))
}

function textsOfSource(source: Source): readonly Text[] {
  return nodesOf(source).flatMap((node) => {
    if (ts.isSourceFile(node) || isPart(node)) return []
    const text = textOfNode(node)
    return text === undefined ? [] : [{ place: placeOf(source, node), text }]
  })
}

/** `'a' + 'b'` is one text, and is found where it begins. */
const isPart = ({ parent }: ts.Node): boolean =>
  (ts.isBinaryExpression(parent) && textOfNode(parent) !== undefined) || ts.isImportDeclaration(parent)

function textOfNode(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text.replaceAll(/<[^>]*>/g, ' ')
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `this${literal.text}`).join('')
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined
  const [left, right] = [textOfNode(node.left), textOfNode(node.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

/** What is read before anything runs, line by line. Names in `code` may be stored ones. */
export function documentTexts(): readonly Text[] {
  return ['README.md', '.env.example', ...filesIn('docs', 'manifest')]
    .filter((path) => /\.(md|example|ya?ml|json)$/.test(path))
    .concat(filesIn('src').filter((path) => path.endsWith('.yaml')))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .map((text, line) => ({ place: `${path}:${line + 1}`, text: text.replaceAll(/`[^`]*`/g, ' ') })),
    )
}

/** The README and the docs: each paragraph, item, heading and cell as one text. Code is read as `this`. */
export const documentProse = (): readonly Text[] =>
  ['README.md', ...filesIn('docs').filter((path) => path.endsWith('.md'))].flatMap((path) =>
    textOf(path)
      .replaceAll(/^```.*?^```/gms, '')
      .replaceAll(/^#+ (.+)$/gm, '\n$1\n')
      .split(/\n(?=\n|#|[-*] |\d+\. |\|)|\|/)
      .map((text) => ({ place: path, text: withoutMarks(text) })),
  )

const withoutMarks = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`[^`]*`/g, 'this')
    .replaceAll(/^[-*] |\*\*/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
