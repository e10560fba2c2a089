/** Everything that Slack would refuse in a message or a view, found before Slack does. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { blockViolations } from './block-violations.ts'
import * as max from './numbers.ts'
import { duplicates, tooLong, tooMany } from './sentences.ts'
import { structureViolations, type Structure } from './schema.ts'

export type PostedMessage = {
  readonly text: string
  readonly blocks?: readonly KnownBlock[]
  readonly metadata?: unknown
}

/** A sentence for each thing that Slack would refuse; none when it would take it. */
export function violationsOf(messageOrView: unknown): string[] {
  const structure = structureOf(messageOrView)
  const violations = structureViolations(structure, messageOrView)
  if (violations.length > 0) return violations
  return structure === 'Message'
    ? messageViolations(messageOrView as PostedMessage)
    : viewViolations(messageOrView as ModalView | HomeView)
}

function structureOf(value: unknown): Structure {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  return type === 'modal' ? 'ModalView' : type === 'home' ? 'HomeView' : 'Message'
}

function messageViolations({ text, blocks = [] }: PostedMessage): string[] {
  return [
    ...(text.trim() === '' ? ['/text is empty: the notification and screen readers have nothing to say'] : []),
    ...tooLong('/text', text, max.messageText),
    ...tooMany('/blocks', blocks, max.blocksOfMessage),
    ...blocksViolations(blocks),
  ]
}

function viewViolations(view: ModalView | HomeView): string[] {
  const blocks = view.blocks as readonly KnownBlock[]
  return [
    ...tooMany('/blocks', blocks, max.blocksOfView),
    ...tooLong('/private_metadata', view.private_metadata, max.privateMetadata),
    ...tooLong('/callback_id', view.callback_id, max.callbackId),
    ...tooLong('/external_id', view.external_id, max.externalId),
    ...(view.type === 'modal' ? modalViolations(view, blocks) : []),
    ...(Buffer.byteLength(JSON.stringify(view)) > max.viewBytes ? [`/ is larger than ${max.viewBytes} bytes`] : []),
    ...blocksViolations(blocks),
  ]
}

function modalViolations({ title, submit, close }: ModalView, blocks: readonly KnownBlock[]): string[] {
  const asks = blocks.some((block) => block.type === 'input')
  return [
    ...tooLong('/title/text', title.text, max.viewTitle),
    ...tooLong('/submit/text', submit?.text, max.viewTitle),
    ...tooLong('/close/text', close?.text, max.viewTitle),
    ...(asks && !submit ? ['/submit is missing, though there is something to fill in'] : []),
  ]
}

function blocksViolations(blocks: readonly KnownBlock[]): string[] {
  return [
    ...duplicates(
      '/blocks',
      'block_id',
      blocks.map((block) => block.block_id),
    ),
    ...blocks.flatMap((block, index) => blockViolations(`/blocks/${index}`, block)),
  ]
}
