/** Takes in what the bot wants to show, as Slack would: or refuses it and remembers why. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { violationsOf } from '../block-kit/limits.ts'
import { structure, type Arguments } from './arguments.ts'
import { SlackError } from './slack-error.ts'
import type { SlackState } from './state.ts'
import { withIds } from './with-ids.ts'

export type Content = { readonly text: string; readonly blocks?: KnownBlock[]; readonly metadata?: unknown }

export function readContent(state: SlackState, where: string, args: Arguments): Content {
  const blocks = structure(args, 'blocks', 'invalid_blocks_format')
  const metadata = structure(args, 'metadata', 'invalid_metadata_format')
  const text = typeof args['text'] === 'string' ? args['text'] : ''
  if (text === '' && blocks === undefined) throw new SlackError('no_text')
  const content = { text, ...(blocks !== undefined && { blocks }), ...(metadata !== undefined && { metadata }) }
  refuse(state, where, 'invalid_blocks', content)
  return {
    text,
    ...(blocks !== undefined && { blocks: withIds(blocks as KnownBlock[]) }),
    ...(metadata !== undefined && { metadata }),
  }
}

export function readView(state: SlackState, where: string, given: unknown): ModalView | HomeView {
  if (typeof given !== 'object' || given === null) throw new SlackError('invalid_arguments', ['view is missing'])
  refuse(state, where, 'invalid_arguments', given)
  const view = given as ModalView | HomeView
  return { ...view, blocks: withIds(view.blocks as KnownBlock[]) }
}

function refuse(state: SlackState, where: string, code: string, content: unknown): void {
  const found = violationsOf(content)
  if (found.length === 0) return
  state.violations.push(...found.map((sentence) => `${where}: ${sentence}`))
  throw new SlackError(code, found)
}
