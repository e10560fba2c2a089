/** What fits on one surface of Slack. */
import type { types } from '@slack/bolt'

/** docs.slack.dev/reference/block-kit/blocks */
export const blocksOfMessage = 50
export const blocksOfView = 100

/**
 * Throws where there are more blocks than the surface takes. Slack wants each button of a block to have an id of its
 * own, and two buttons may ask the same of two things, so all are numbered.
 */
export function onSurface(blocks: readonly types.KnownBlock[], most: number): types.KnownBlock[] {
  if (blocks.length > most) throw new RangeError(`${blocks.length} blocks: Slack takes ${most} here`)
  let count = 0
  const numbered = (button: types.Button): types.Button => ({
    ...button,
    action_id: `${button.action_id ?? ''}.${(count += 1)}`,
  })
  return blocks.map((block) => {
    if (block.type === 'actions')
      return {
        ...block,
        elements: block.elements.map((element) => (element.type === 'button' ? numbered(element) : element)),
      }
    if (block.type === 'section' && block.accessory?.type === 'button')
      return { ...block, accessory: numbered(block.accessory) }
    return block
  })
}
