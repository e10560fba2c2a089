/** Somebody has left or changed role, and what they held needs a new person: by references and parts alone. */
import { button, card, list, row, rowsAtMost, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { calledHeld, type Held } from './held.ts'
import type { Leaver } from './leaver.ts'
import { mayHold } from './may-hold.ts'

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
    listButtons(partnership, leaver, things, recipient),
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
  const closing: string[] = []
  for (const held of things) {
    const candidates = mayHold(partnership, held)
    const called = calledHeld(held, partnership)
    if (held.part === 'view' && !partnership.agencies.some(({ id }) => id === held.agency)) closing.push(called)
    else if (candidates.length === 0) stuck.push(called)
    else blocks.push(row(called, pressFor(held, candidates.includes(recipient))))
  }
  return [
    ...blocks,
    ...under('Nobody in the partnership can take these on yet. Somebody with the right role has to be added:', stuck),
    ...under('This agency is no longer in the partnership. Views will close without it.', closing),
  ]
}

const under = (says: string, called: readonly string[]): readonly CardBlock[] =>
  called.length === 0 ? [] : [text(says), list(called)]

const pressFor = ({ part, thing }: Held, mayTake: boolean): Button =>
  mayTake
    ? button('Take it', { ask: 'take-held', part, thing })
    : button('Give it to …', { ask: 'open-give-held', part, thing })

export const listButtons = (
  partnership: Partnership,
  { id }: Leaver,
  things: readonly Held[],
  recipient: PartnershipPerson,
): readonly Button[] => [
  button('Open the whole list', { ask: 'open-handovers', of: id }),
  ...(things.length > 1
    ? [button('Give several to one person', { ask: 'open-give-several', of: id })]
    : things.flatMap((held) => giveButton(partnership, held, recipient))),
]

/** The person who may take the only thing themselves may also give it to somebody else. */
function giveButton(partnership: Partnership, held: Held, recipient: PartnershipPerson): readonly Button[] {
  const candidates = mayHold(partnership, held)
  const { part, thing } = held
  return candidates.includes(recipient) && candidates.length > 1
    ? [button('Give it to somebody else', { ask: 'open-give-held', part, thing })]
    : []
}
