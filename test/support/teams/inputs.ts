/** What a card asks, and what it holds before anybody put something in. */
import { elementsOf, type AdaptiveCard, type Element } from './adaptive-card.ts'

export type Input = {
  readonly id: string
  readonly element: Element
  /** Its own label, and whatever is written between it and the input before. */
  readonly names: readonly string[]
}

export type Choice = { readonly title: string; readonly value: string }

export function inputsOf(card: AdaptiveCard): Input[] {
  const inputs: Input[] = []
  let above: string[] = []
  for (const element of elementsOf(card)) {
    if (element.type.startsWith('Input.')) {
      const label = typeof element['label'] === 'string' ? [element['label']] : []
      inputs.push({ id: String(element['id']), element, names: [...label, ...above].map(plain) })
      above = []
    } else above.push(...ownText(element))
  }
  return inputs
}

/** Without the mark that says whether an answer is needed. */
const plain = (words: string): string => words.replace(/ (\(optional\)|\*)$/, '').trim()

export function ownText(element: Element): string[] {
  if (element.type === 'RichTextBlock') return [runsOf(element)]
  return element.type === 'TextBlock' && typeof element['text'] === 'string' ? [element['text']] : []
}

const runsOf = ({ inlines }: Element): string =>
  (inlines as readonly (string | { readonly text?: string })[])
    .map((inline) => (typeof inline === 'string' ? inline : (inline.text ?? '')))
    .join('')

export function choicesOf({ type, choices, title, valueOn, valueOff }: Element): readonly Choice[] {
  if (type === 'Input.ChoiceSet') return (choices ?? []) as readonly Choice[]
  if (type !== 'Input.Toggle') return []
  const off = typeof valueOff === 'string' ? valueOff : 'false'
  return [
    { title: String(title), value: typeof valueOn === 'string' ? valueOn : 'true' },
    { title: '', value: off },
  ]
}

/** As the card's own renderer sends it: what is empty is not there, an untouched toggle is off. */
export function initialValues(card: AdaptiveCard): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { id, element } of inputsOf(card)) {
    const { type, value } = element
    if (typeof value === 'string' && value !== '') values[id] = value
    else if (typeof value === 'number') values[id] = String(value)
    else if (type === 'Input.Toggle') values[id] = choicesOf(element)[1]?.value ?? 'false'
  }
  return values
}
