/** Draws any answer where it is asked for: as messages in a chat, or as a dialog. */
import type { Answer, Done, Home } from '../../../src/display/answer.ts'
import { sentences } from '../../../src/display/refusal.ts'
import type { Element } from './adaptive-card.ts'
import type { Drawing } from './drawing.ts'
import { paragraphs, title } from './inert-text.ts'
import { renderButtons } from './render-button.ts'
import { asMessage, cardElements, partsOf, renderCard, type TeamsMessage } from './render-card.ts'
import { formElements, renderForm, type Redrawing } from './render-form.ts'
import { asDialogWith, readingParts, renderReading, type Dialog } from './render-reading.ts'
import { inCards } from './surface.ts'

/** Readings and forms hold what people typed: only where there are no dialogs are they drawn as messages. */
export function asMessages(answer: Answer, drawing: Drawing, redrawing?: Redrawing): TeamsMessage[] {
  switch (answer.kind) {
    case 'card':
      return [renderCard(answer, drawing)]
    case 'home':
      return inMessages(answer.title, homeParts(answer, drawing), drawing)
    case 'reading':
      return inMessages(answer.title, readingParts(answer, drawing), drawing)
    case 'form':
      return inMessages(answer.title, [formElements(answer, drawing.newOnce(), drawing, redrawing)], drawing)
    case 'done':
      return inCards([doneElements(answer, drawing)], drawing).map((card) => asMessage(answer.says, card))
    case 'refusal':
      return inCards([paragraphs(sentenceOf(answer))], drawing).map((card) => asMessage(sentenceOf(answer), card))
  }
}

export function asDialog(answer: Answer, drawing: Drawing, redrawing?: Redrawing): Dialog {
  switch (answer.kind) {
    case 'form':
      return renderForm(answer, drawing.newOnce(), drawing, redrawing)
    case 'reading':
      return renderReading(answer, drawing)
    case 'card':
      return asDialogWith('Unstuck', cardElements(answer, drawing), drawing)
    case 'home':
      return asDialogWith('Unstuck', [title(answer.title), ...homeParts(answer, drawing).flat()], drawing)
    case 'done':
      return asDialogWith('Done', doneElements(answer, drawing), drawing)
    case 'refusal':
      return asDialogWith('Nothing was changed', paragraphs(sentenceOf(answer)), drawing)
  }
}

/** The one sentence of an outcome; for a form, with what is wrong in it. */
export function sentenceOf(answer: Extract<Answer, { kind: 'done' | 'refusal' }>): string {
  if (answer.kind === 'done') return answer.says
  return [sentences[answer.reason], ...Object.values(answer.fields ?? {})].join('\n')
}

const doneElements = ({ says, next = [] }: Done, drawing: Drawing): Element[] => [
  ...paragraphs(says),
  ...renderButtons(next, drawing).flat(),
]

const inMessages = (words: string, parts: readonly Element[][], drawing: Drawing): TeamsMessage[] =>
  inCards([[title(words)], ...parts], drawing).map((card) => asMessage(words, card))

const homeParts = ({ sections }: Home, drawing: Drawing): Element[][] =>
  sections.flatMap((card) => {
    const [first = [], ...rest] = partsOf(card, drawing)
    return [[title(card.title, { separator: true, spacing: 'large' }), ...first], ...rest]
  })
