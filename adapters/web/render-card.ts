/** Draws a card for the templates, which escape every word: nothing here makes markup. */
import { questionBefore } from '../../src/asked-first.ts'
import { showNumbers, type Button, type Card, type CardBlock } from '../../src/display/card.ts'
import { opensSomething, type Ask } from '../../src/vocabulary.ts'

/** What a button that does something needs in addition to its ask. */
export type Drawing = { readonly csrf: string; readonly newOnce: () => string }

export type CardView = {
  readonly title: string
  readonly blocks: readonly BlockView[]
  readonly buttons: readonly ButtonView[]
  readonly urgent?: true
}

export type BlockView =
  | Exclude<CardBlock, { block: 'row' | 'numbers' }>
  | { readonly block: 'row'; readonly text: string; readonly button: ButtonView }
  | {
      readonly block: 'numbers'
      readonly lines: readonly string[]
      /** What is pressed to see those after the first. */
      readonly folded?: string
    }

/** A link for what opens, a small form of its own for what does. */
export type ButtonView = { readonly label: string; readonly look: string } & (
  | { readonly href: string }
  | { readonly ask: string; readonly once: string; readonly csrf: string }
  /** What is asked on a page of its own before it is done. */
  | { readonly ask: string; readonly question: string; readonly csrf: string }
)

export function renderCard({ title, body, buttons, urgent }: Card, drawing: Drawing): CardView {
  return {
    title,
    ...(urgent && { urgent }),
    blocks: body.map((block) => renderBlock(block, drawing)),
    buttons: buttons.map((button) => renderButton(button, drawing)),
  }
}

export function renderBlock(block: CardBlock, drawing: Drawing): BlockView {
  switch (block.block) {
    case 'row':
      return { ...block, button: renderButton(block.button, drawing) }
    case 'numbers':
      return {
        block: 'numbers',
        lines: block.lines,
        ...(block.folded && { folded: showNumbers }),
      }
    case 'text':
    case 'facts':
    case 'list':
    case 'link':
      return block
  }
}

export function renderButton(pressed: Button, { csrf, newOnce }: Drawing): ButtonView {
  const { label, ask, style } = pressed
  const look = style ? looks[style] : 'govuk-button--secondary'
  const question = questionBefore(pressed)
  if (question) return { label, look, ask: JSON.stringify(ask), question: JSON.stringify(question), csrf }
  return opensSomething(ask)
    ? { label, look, href: addressOf(ask) }
    : { label, look, ask: JSON.stringify(ask), once: newOnce(), csrf }
}

const looks = { primary: '', danger: 'govuk-button--warning' } as const

/** Where an ask is opened: it holds ids alone, so it may lie in an address. */
export const addressOf = (ask: Ask): string => `/ask?ask=${encodeURIComponent(JSON.stringify(ask))}`
