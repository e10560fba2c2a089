/** Slack gives an id to every block and element that has none. */
import { randomBytes } from 'node:crypto'
import type { KnownBlock } from '@slack/types'

export const withIds = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.map((block) => {
    const named = { ...block, block_id: block.block_id ?? anId() }
    if (named.type === 'actions') return { ...named, elements: named.elements.map(withActionId) }
    if (named.type === 'input') return { ...named, element: withActionId(named.element) }
    if (named.type === 'section' && named.accessory) return { ...named, accessory: withActionId(named.accessory) }
    return named
  })

const withActionId = <E extends object>(element: E): E =>
  'action_id' in element || ('type' in element && element.type === 'image')
    ? element
    : { ...element, action_id: anId() }

const anId = (): string => randomBytes(3).toString('base64url')
