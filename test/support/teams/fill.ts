/** Fills a card in as a person does: by the words beside each input. */
import type { AdaptiveCard, Element } from './adaptive-card.ts'
import { choicesOf, inputsOf, type Input } from './inputs.ts'

/** Words, a day such as `2026-09-14`, or the title of a choice; several titles where several may be chosen; `null` empties. */
export type Answer = string | readonly string[] | null

/** By question, or by the id of the input. */
export type Answers = Readonly<Record<string, Answer>>

/** What the card would send after filling in; what is not named keeps what it `held`. */
export function fill(
  card: AdaptiveCard,
  answers: Answers,
  held: Readonly<Record<string, string>>,
): Record<string, string> {
  const values = new Map(Object.entries(held))
  for (const [question, answer] of Object.entries(answers)) {
    const { id, element } = findInput(card, question)
    const given = answered(question, element, answer)
    if (given === '') values.delete(id)
    else values.set(id, given)
  }
  return Object.fromEntries(values)
}

export function findInput(card: AdaptiveCard, question: string): Input {
  const inputs = inputsOf(card)
  const found = inputs.filter(({ id, names }) => id === question || names.includes(question))
  const [first] = found
  if (first && found.length === 1) return first
  const asked = inputs.map(({ names }) => `  ${names.join(' / ')}`).join('\n')
  throw new Error(`"${question}" is asked ${found.length} times. The card asks:\n${asked}`)
}

function answered(question: string, element: Element, answer: Answer): string {
  const given = answer === null ? [] : typeof answer === 'string' ? [answer] : answer
  if (element.type !== 'Input.ChoiceSet' && element.type !== 'Input.Toggle') return given[0] ?? ''
  return given.map((title) => valueOf(question, element, title)).join(',')
}

function valueOf(question: string, element: Element, title: string): string {
  const choices = choicesOf(element)
  // A person knows an option by its name; the line that explains it stands behind a colon.
  const found =
    choices.find((choice) => choice.title === title) ?? choices.find((choice) => choice.title.startsWith(`${title}: `))
  if (found) return found.value
  const offered = choices.map((choice) => `  ${choice.title}`).join('\n')
  throw new Error(`"${question}" does not offer "${title}", but:\n${offered}`)
}

/** What Teams marks as wrong before it sends anything, by question; none when it would send. */
export function heldBack(card: AdaptiveCard, values: Readonly<Record<string, string>>): Record<string, string> {
  const marked: Record<string, string> = {}
  for (const { id, element, names } of inputsOf(card)) {
    const { isRequired, maxLength, errorMessage } = element
    const value = values[id] ?? ''
    const tooLong = typeof maxLength === 'number' && value.length > maxLength
    if ((isRequired === true && value === '') || tooLong)
      marked[names[0] ?? id] = typeof errorMessage === 'string' ? errorMessage : 'This is needed.'
  }
  return marked
}
