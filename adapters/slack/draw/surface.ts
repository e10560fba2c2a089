/** What fits on one surface of Slack. */
import type { types } from '@slack/bolt'
import { blockMax, weightOf } from './inert-text.ts'

/** docs.slack.dev/reference/block-kit/blocks */
export const blocksOfMessage = 50
export const blocksOfView = 100

/**
 * What would be too many blocks is drawn closer together: without lines between rows, then with many short answers in one block.
 * Throws where there are still more than the surface takes. Slack wants each button of a block to have an id of its own, and two
 * buttons may ask the same of two things, so all are numbered.
 */
export function onSurface(given: readonly types.KnownBlock[], most: number): types.KnownBlock[] {
  const blocks = given.length > most ? closer(given, most) : given
  if (blocks.length > most) throw new RangeError(`${blocks.length} blocks: Slack takes ${most} here`)
  let count = 0
  let about = ''
  const shared = sharedLabels(blocks)
  const numbered = (button: types.Button): types.Button => ({
    ...button,
    action_id: `${button.action_id ?? ''}.${(count += 1)}`,
    ...(shared.has(button.text.text) && about !== '' && { accessibility_label: saying(button.text.text, about) }),
  })
  return blocks.map((block) => {
    if (block.type === 'header') about = block.text.text
    if (block.type === 'section' && block.accessory) about = block.text?.text ?? about
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

/** Heard one by one, buttons that say the same cannot be told apart. */
function sharedLabels(blocks: readonly types.KnownBlock[]): ReadonlySet<string> {
  const labels = blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : []
    return elements.flatMap((element) => (element?.type === 'button' ? [element.text.text] : []))
  })
  return new Set(labels.filter((label, at) => labels.indexOf(label) !== at))
}

/** docs.slack.dev/reference/block-kit/block-elements/button-element */
const heardAtMost = 75

function saying(label: string, about: string): string {
  const whole = `${label}: ${about}`
  return whole.length <= heardAtMost ? whole : `${whole.slice(0, heardAtMost - 1).trimEnd()}…`
}

function closer(blocks: readonly types.KnownBlock[], most: number): readonly types.KnownBlock[] {
  const undivided = blocks.filter(({ type }) => type !== 'divider')
  return undivided.length > most ? packed(undivided) : undivided
}

/** Rich text that follows rich text goes into one block with it, as far as one block holds. */
function packed(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  const fewer: types.KnownBlock[] = []
  let weight = 0
  for (const block of blocks) {
    const last = fewer.at(-1)
    const added = block.type === 'rich_text' ? weightOf(JSON.stringify(block.elements)) : 0
    if (block.type === 'rich_text' && last?.type === 'rich_text' && weight + added <= blockMax) {
      fewer.splice(-1, 1, { ...last, elements: [...last.elements, paragraph, ...block.elements] })
      weight += added
    } else {
      fewer.push(block)
      weight = added
    }
  }
  return fewer
}

const paragraph: types.RichTextSection = { type: 'rich_text_section', elements: [{ type: 'text', text: '\n' }] }
