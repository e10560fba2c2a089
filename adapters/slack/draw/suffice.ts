/**
 * Slack's window holds a form back while a question is left open, and says nothing to us. Where an answer suffices, such
 * as that a child is in danger, the other questions are redrawn as soon as it is chosen, so that they hold nothing back.
 */
import type { types, BlockElementAction, ViewOutput } from '@slack/bolt'
import { z } from 'zod'
import { readJson } from '../../../doors/read-json.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { reportFailure, type Bot } from '../bot.ts'
import { isForm, keepForm } from './keep-form.ts'

const Metadata = z.object({ suffices: z.record(z.string(), z.array(z.string())) })

const mayBeSent = 'You can send this form now. You do not need to answer anything else.'

/** Whether it was such an answer. */
export async function openForSending(
  bot: Bot,
  account: Account,
  view: ViewOutput,
  action: BlockElementAction,
): Promise<boolean> {
  if (!isForm(view) || !suffices(view, action)) return false
  const kept = keepForm(view, mayBeSent)
  const blocks = kept.blocks.map((block) => (block.type === 'input' ? { ...block, optional: true } : block))
  await bot.api.updateView(view.id, { ...kept, blocks } satisfies types.ModalView).catch((error: unknown) => {
    reportFailure(bot, account, 'suffice', error)
  })
  return true
}

function suffices({ private_metadata: metadata }: ViewOutput, action: BlockElementAction): boolean {
  if (action.type !== 'radio_buttons' && action.type !== 'static_select') return false
  const value = action.selected_option?.value
  return (
    value !== undefined &&
    (Metadata.safeParse(readJson(metadata)).data?.suffices[action.block_id] ?? []).includes(value)
  )
}
