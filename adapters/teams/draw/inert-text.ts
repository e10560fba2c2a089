/**
 * Words as Teams shows them to the letter. A `TextBlock` and a `FactSet` read Markdown, a `TextRun` reads none
 * (adaptivecards.io/explorer/TextRun.html); only a heading is a `TextBlock`, because a run cannot be one, and only where it
 * has letters, digits and plain signs alone. Labels of inputs are drawn as runs, and titles of choices and of actions as plain text.
 */
import type { Heading, Paragraph, Run, TextLook } from './adaptive-card.ts'

/** Cards write `{{DATE(…)}}` and `{{TIME(…)}}` again wherever both braces stand in one run. */
const betweenBraces = /(?<=\{)(?=\{)/

export const runs = (words: string, look: TextLook = {}): Run[] =>
  words.split(betweenBraces).map((text) => ({ type: 'TextRun', text, ...look }))

export const bold = (words: string): Run[] => runs(words, { weight: 'bolder' })

export const paragraph = (inlines: readonly Run[], placed: Partial<Paragraph> = {}): Paragraph => ({
  type: 'RichTextBlock',
  ...placed,
  inlines,
})

/** None where there is nothing to read: an empty run draws nothing. */
export const paragraphs = (words: string, placed?: Partial<Paragraph>): Paragraph[] =>
  words.trim() === '' ? [] : [paragraph(runs(words), placed)]

export const title = (words: string, placed: Partial<Paragraph> = {}): Heading | Paragraph =>
  headingOf(words, 'large', placed)

export const heading = (words: string): Heading | Paragraph => headingOf(words, 'medium', { spacing: 'large' })

/** Words with any sign that could be Markdown are runs, and no heading. */
function headingOf(
  words: string,
  size: 'medium' | 'large',
  { spacing, separator }: Partial<Paragraph>,
): Heading | Paragraph {
  const placed = { ...(spacing && { spacing }), ...(separator && { separator }) }
  if (!isPlain(words)) return paragraph(runs(words, { weight: 'bolder', size }), placed)
  return { type: 'TextBlock', ...placed, text: words, style: 'heading', weight: 'bolder', size, wrap: true }
}

/** Nothing in it is a mark, a list, a link or a date to any reader of Markdown. */
export const isPlain = (words: string): boolean =>
  /^\p{L}[\p{L}\p{N} ,.:;?'’“”()–-]*$/u.test(words) && !/www\.|  | -{2}/i.test(words)
