/**
 * Words as Slack shows them to the letter: `plain_text` and `rich_text` elements read no mentions, links or formatting.
 * Words that are too long for one block are split over several; nothing is ever cut.
 */
import type { types } from '@slack/bolt'

/** Characters in one section, and what we allow one rich text block; docs.slack.dev/reference/block-kit/blocks */
export const blockMax = 3000

/** `what` names the place in an error, which never holds the words themselves. */
export function plain(words: string, max: number = blockMax, what = 'text'): types.PlainTextElement {
  if (words.length > max) throw new RangeError(`${what} of ${words.length} characters: Slack takes ${max}`)
  return { type: 'plain_text', text: words, emoji: false }
}

/** Slack does not say whether it counts `&` as `&amp;` against its limits, so we count the longer. */
export const weightOf = (words: string): number => escaped(words).length

export const escaped = (words: string): string => words.replace(/[&<>]/g, (character) => entities[character] ?? '')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Words in pieces that fit one block each, parted at a line or a space where there is one. */
export function pieces(words: string, max: number = blockMax): readonly string[] {
  const found: string[] = []
  for (let rest = words; rest !== '';) {
    const cut = cutOf(rest, max)
    found.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return found.filter((piece) => piece.trim() !== '')
}

function cutOf(words: string, max: number): number {
  if (weightOf(words) <= max) return words.length
  let [weight, at, space] = [0, 0, 0]
  for (const character of words) {
    weight += weightOf(character)
    if (weight > max) return space > at / 2 ? space : at
    at += character.length
    if (/\s/.test(character)) space = at
  }
  return at
}
