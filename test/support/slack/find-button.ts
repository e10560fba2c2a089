import type { Button, KnownBlock } from '@slack/types'
import { textOf } from './text-of.ts'

export type FoundButton = { readonly block: string; readonly button: Button; readonly beside: string }

export const buttonsOf = (blocks: readonly KnownBlock[]): FoundButton[] =>
  blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : []
    return elements.flatMap((element) =>
      element?.type === 'button'
        ? [{ block: block.block_id ?? '', button: element, beside: block.type === 'section' ? textOf([block]) : '' }]
        : [],
    )
  })

/** The one button with this label; where rows repeat a label, `among` says some words of the row. */
export function findButton(blocks: readonly KnownBlock[], label: string, among = ''): FoundButton | undefined {
  const found = buttonsOf(blocks).filter(({ button, beside }) => button.text.text === label && beside.includes(among))
  if (found.length > 1) throw new Error(`${found.length} buttons say "${label}": say which row`)
  return found[0]
}
