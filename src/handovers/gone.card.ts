/** Somebody has left or changed role, and what they held needs a new person: by references and parts alone. */
import { button, card, list, row, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { calledHeld, type Held } from './held.ts'
import type { Leaver } from './leaver.ts'
import { mayHold } from './may-hold.ts'

/** Slack draws 50 blocks in a message at most, and nobody reads further. */
export const rowsAtMost = 20

export function goneCard(
  partnership: Partnership,
  leaver: Leaver,
  things: readonly Held[],
  recipient: PartnershipPerson,
): Card {
  const left = things.length - rowsAtMost
  const count = things.length === 1 ? '1 thing needs' : `${things.length} things need`
  return card(
    `${leaver.name} has ${leaver.left ? 'left' : 'changed role'}: ${count} a new person`,
    [
      text('Nobody is responsible for these until somebody takes them over.'),
      ...heldBlocks(partnership, things.slice(0, rowsAtMost), recipient),
      ...(left > 0 ? [text(`There ${left === 1 ? 'is' : 'are'} ${left} more. Open the whole list below.`)] : []),
    ],
    listButtons(leaver, things),
  )
}

/** A row with one press for each that somebody may hold; below them what nobody may hold yet. */
export function heldBlocks(
  partnership: Partnership,
  things: readonly Held[],
  recipient: PartnershipPerson,
): readonly CardBlock[] {
  const blocks: CardBlock[] = []
  const stuck: string[] = []
  for (const held of things) {
    const candidates = mayHold(partnership, held)
    const called = calledHeld(held, partnership)
    if (candidates.length === 0) stuck.push(called)
    else blocks.push(row(called, pressFor(held, candidates.includes(recipient))))
  }
  if (stuck.length === 0) return blocks
  const says = 'Nobody in the partnership can take these on yet. Somebody with the right role has to be added:'
  return [...blocks, text(says), list(stuck)]
}

const pressFor = ({ part, thing }: Held, mayTake: boolean): Button =>
  mayTake
    ? button('Take it', { ask: 'take-held', part, thing })
    : button('Give it to …', { ask: 'open-give-held', part, thing })

export const listButtons = ({ id }: Leaver, things: readonly Held[]): readonly Button[] => [
  button('Open the whole list', { ask: 'open-handovers', of: id }),
  ...(things.length > 1 ? [button('Give several to one person', { ask: 'open-give-several', of: id })] : []),
]
