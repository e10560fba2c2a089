/** What Slack's window does with the bot's answer to a form. */
import { z } from 'zod'
import type { KnownBlock, ModalView } from '@slack/types'
import { inputsOf } from './inputs.ts'
import { readView } from './posted.ts'
import type { Reply } from './send-signed.ts'
import { SlackError } from './slack-error.ts'
import { nextChange, type OpenView, type SlackState } from './state.ts'
import { closeViews, redraw, showView } from './views.ts'

export type Submission = {
  /** `held-back`: Slack's window did not send it. `trouble`: "We had some trouble connecting. Try again?" */
  readonly result: 'closed' | 'cleared' | 'updated' | 'pushed' | 'errors' | 'trouble' | 'held-back'
  /** What is marked as wrong, by label. */
  readonly errors: Readonly<Record<string, string>>
  /** Absent when it was held back. */
  readonly reply?: Reply
}

const ResponseAction = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
])

export function applyReply(state: SlackState, open: OpenView, reply: Reply): Submission {
  if (reply.status !== 200)
    return trouble(state, reply, reply.status === 0 ? 'no answer in time' : `status ${reply.status}`)
  if (reply.text.trim() === '') {
    closeViews(state, open.team, open.user, 'top')
    return { result: 'closed', errors: {}, reply }
  }
  const action = ResponseAction.safeParse(json(reply.text))
  if (!action.success) return trouble(state, reply, 'an answer that is no response_action')
  try {
    return applyAction(state, open, action.data, reply)
  } catch (error) {
    if (error instanceof SlackError) return trouble(state, reply, error.message)
    throw error
  }
}

function applyAction(
  state: SlackState,
  open: OpenView,
  action: z.infer<typeof ResponseAction>,
  reply: Reply,
): Submission {
  switch (action.response_action) {
    case 'clear':
      closeViews(state, open.team, open.user, 'all')
      return { result: 'cleared', errors: {}, reply }
    case 'update':
      redraw(state, open, modal(readView(state, 'response_action update', action.view)))
      return { result: 'updated', errors: {}, reply }
    case 'push':
      showView(state, open, modal(readView(state, 'response_action push', action.view)), 'push')
      return { result: 'pushed', errors: {}, reply }
    case 'errors':
      return markErrors(state, open, action.errors, reply)
  }
}

/** Slack marks input blocks alone: an error for any other block is one of the bot's. */
function markErrors(
  state: SlackState,
  open: OpenView,
  errors: Readonly<Record<string, string>>,
  reply: Reply,
): Submission {
  const labels = new Map(inputsOf(open.view.blocks as KnownBlock[]).map(({ block, label }) => [block, label]))
  const strangers = Object.keys(errors).filter((block) => !labels.has(block))
  if (strangers.length > 0)
    return trouble(state, reply, `errors for blocks that are not there: ${strangers.join(', ')}`)
  open.errors = errors
  open.seen = nextChange(state)
  const byLabel = Object.entries(errors).map(([block, error]) => [labels.get(block), error])
  return { result: 'errors', errors: Object.fromEntries(byLabel) as Record<string, string>, reply }
}

function trouble(state: SlackState, reply: Reply, why: string): Submission {
  state.violations.push(`view_submission: ${why}`)
  return { result: 'trouble', errors: {}, reply }
}

function modal(view: ReturnType<typeof readView>): ModalView {
  if (view.type !== 'modal') throw new SlackError('invalid_arguments', ['only a modal can be shown'])
  return view
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
