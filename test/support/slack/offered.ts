/** What Slack's window does with the bot's answer to somebody who types into a list. */
import { z } from 'zod'
import { offeredViolations } from '../block-kit/option-violations.ts'
import type { Reply } from './send-signed.ts'
import type { SlackState } from './state.ts'
import type { SelectedOption } from './state-values.ts'

export type Offered = {
  /** Above the options, where they stand in a group. */
  readonly label?: string
  readonly options: readonly SelectedOption[]
}

const text = z.strictObject({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() })
const options = z.array(z.strictObject({ text, value: z.string(), description: text.optional() }))
const Body = z.union([
  z.strictObject({ options }),
  z.strictObject({ option_groups: z.array(z.strictObject({ label: text, options })).min(1) }),
])

/** What Slack would not show is one of the bot's faults, and nothing is found. */
export function offeredBy(state: SlackState, { status, text: sent }: Reply): Offered {
  const body = status === 200 ? Body.safeParse(JSON.parse(sent)).data : undefined
  const wrong = body ? offeredViolations(body as Parameters<typeof offeredViolations>[0]) : [`status ${status}`]
  if (!body || wrong.length > 0) {
    state.violations.push(...wrong.map((one) => `block_suggestion: ${one}`))
    return { options: [] }
  }
  const groups = 'options' in body ? [body] : body.option_groups
  const label = 'option_groups' in body ? body.option_groups[0]?.label.text : undefined
  return {
    ...(label !== undefined && { label }),
    options: groups
      .flatMap((group) => group.options)
      .map(({ text: { text: words }, value }) => ({
        text: { type: 'plain_text' as const, text: words, emoji: true },
        value,
      })),
  }
}
