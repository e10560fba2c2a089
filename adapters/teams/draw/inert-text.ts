/**
 * Words as Teams shows them to the letter. A `TextBlock` and a `FactSet` read Markdown, a `TextRun` reads none
 * (adaptivecards.io/explorer/TextRun.html); so headings, too, are runs, though a screen reader is not told that they
 * head anything. Labels of inputs are drawn as runs, and titles of choices and of actions as plain text.
 */
import type { TextLook, Paragraph, Run } from './adaptive-card.ts'

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

export const title = (words: string, placed?: Partial<Paragraph>): Paragraph =>
  paragraph(runs(words, { weight: 'bolder', size: 'large' }), placed)

export const heading = (words: string): Paragraph =>
  paragraph(runs(words, { weight: 'bolder', size: 'medium' }), { spacing: 'large' })
