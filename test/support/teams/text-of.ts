/** What a person reads in a card, line by line; buttons in square brackets. */
import { isElement, type Element } from './adaptive-card.ts'
import { choicesOf, ownText } from './inputs.ts'

const holders = ['body', 'items', 'columns', 'rows', 'cells', 'actions']

export function textOf(card: Element, values: Readonly<Record<string, string>> = {}): string {
  return linesOf(card, values)
    .filter((line) => line !== '')
    .join('\n')
}

function linesOf(element: Element, values: Readonly<Record<string, string>>): string[] {
  if (element.type.startsWith('Action.')) return [`[${wordsOf(element['title'])}]`]
  if (element.type.startsWith('Input.')) return inputLines(element, values)
  if (element.type === 'FactSet') return factLines(element)
  const below = holders.flatMap((holder) => {
    const held = element[holder]
    return Array.isArray(held) ? held.filter((each) => isElement(each)) : []
  })
  return [...ownText(element), ...below.flatMap((each) => linesOf(each, values))]
}

const factLines = ({ facts }: Element): string[] =>
  (facts as readonly { readonly title: string; readonly value: string }[]).map(
    ({ title, value }) => `${title} ${value}`,
  )

function inputLines(element: Element, values: Readonly<Record<string, string>>): string[] {
  const { label, id, value } = element
  const held = values[String(id)] ?? wordsOf(value)
  const choices = choicesOf(element).filter(({ title }) => title !== '')
  const chosen = new Set(held.split(','))
  return [
    wordsOf(label),
    ...choices.map((choice) => `(${chosen.has(choice.value) ? 'x' : ' '}) ${choice.title}`),
    choices.length > 0 ? '' : held,
  ]
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')
