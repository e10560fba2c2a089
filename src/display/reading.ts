/** What a person opens on demand and closes again (a modal, a dialog, a page): it may hold what people typed. */
import { text, type Button, type CardBlock, type RowBlock, type TextBlock } from './card.ts'
import { opensSomething, pageIn, type Ask } from '../vocabulary.ts'
import type { Typed } from './typed.ts'

export type Reading = {
  readonly kind: 'reading'
  /** 24 characters at most: Slack's limit on the title of a modal, which is the narrowest. */
  readonly title: string
  readonly body: readonly ReadingBlock[]
  readonly buttons: readonly Button[]
}

export type ReadingBlock = CardBlock | HeadingBlock | WordsBlock | FoldBlock

export type HeadingBlock = { readonly block: 'heading'; readonly text: string }
/** What somebody wrote, under the question that they were asked. */
export type WordsBlock = { readonly block: 'words'; readonly label: string; readonly words: Typed }

/** What is long, above the questions of a form: read on a press, and what was typed stays. */
export type FoldBlock = {
  readonly block: 'fold'
  /** What it is about, in a line that is always there. */
  readonly text: string
  readonly label: string
  readonly blocks: readonly ReadingBlock[]
  /** The same by itself, where nothing can be unfolded: Slack lays it over the form. */
  readonly ask: Ask
}

export const heading = (words: string): HeadingBlock => ({ block: 'heading', text: words })
export const words = (label: string, typed: Typed): WordsBlock => ({ block: 'words', label, words: typed })

export const fold = (says: string, label: string, ask: Ask, blocks: readonly ReadingBlock[]): FoldBlock => ({
  ...{ block: 'fold', text: says },
  ...{ label, ask, blocks },
})

export function reading(title: string, body: readonly ReadingBlock[], buttons: readonly Button[] = []): Reading {
  return { kind: 'reading', title, body, buttons }
}

/** What can be read while a form is open: further pages and readings, and nothing that starts or does something. */
export const onlyToRead = ({ body, buttons, ...rest }: Reading): Reading => ({
  ...rest,
  body: body.map((block) => (block.block === 'row' && !opensSomething(block.button.ask) ? unpressed(block) : block)),
  buttons: buttons.filter(({ ask }) => pageIn(ask) !== undefined),
})

/** Within a form that a press would take the place of, each row says only what it says. */
export const withoutPresses = (blocks: readonly ReadingBlock[]): readonly ReadingBlock[] =>
  blocks.map((block) => {
    if (block.block === 'fold') return { ...block, blocks: withoutPresses(block.blocks) }
    return block.block === 'row' ? unpressed(block) : block
  })

const unpressed = ({ text: says, button: { label } }: RowBlock): TextBlock =>
  text(`${says} To choose "${label}", open the case once this form is closed.`)
