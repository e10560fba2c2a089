/** Draws a reading for the templates: opened on demand and never stored by the browser, so it may show what people typed. */
import type { Reading, ReadingBlock } from '../../src/display/reading.ts'
import { renderBlock, renderButton, type BlockView, type ButtonView, type Drawing } from './render-card.ts'

type ReadingView = {
  readonly title: string
  readonly blocks: readonly ReadingBlockView[]
  readonly buttons: readonly ButtonView[]
}

export type ReadingBlockView =
  | BlockView
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'words'; readonly label: string; readonly words: string }
  | {
      readonly block: 'fold'
      readonly text: string
      readonly label: string
      readonly blocks: readonly ReadingBlockView[]
    }

export function renderReading({ title, body, buttons }: Reading, drawing: Drawing): ReadingView {
  return {
    title,
    blocks: body.map((block) => renderReadingBlock(block, drawing)),
    buttons: buttons.map((button) => renderButton(button, drawing)),
  }
}

export function renderReadingBlock(block: ReadingBlock, drawing: Drawing): ReadingBlockView {
  switch (block.block) {
    case 'heading':
      return block
    case 'words':
      return { block: 'words', label: block.label, words: block.words.reveal() }
    case 'fold':
      return {
        ...{ block: 'fold', text: block.text, label: block.label },
        blocks: block.blocks.map((one) => renderReadingBlock(one, drawing)),
      }
    case 'text':
    case 'facts':
    case 'list':
    case 'numbers':
    case 'row':
    case 'link':
      return renderBlock(block, drawing)
  }
}
