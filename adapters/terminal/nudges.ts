/** `npm run nudges -- live --by EMAIL`: the decision that reminders are sent, or worked out only; it is on record. */
import { parseArgs } from 'node:util'
import type { Answer } from '../../src/display/answer.ts'
import { isRefusal, sentences, type Reason } from '../../src/display/refusal.ts'
import type { Terminal } from './terminal.ts'

const usage = 'Usage: npm run nudges -- live|shadow --by EMAIL'

export type NudgesAsked = { readonly nudges: 'live' | 'shadow'; readonly by: string }

/** `decide` gives undefined where nobody of the partnership has this address. */
export async function decideFromShell(
  args: readonly string[],
  decide: (asked: NudgesAsked) => Promise<Answer | undefined>,
  setting: () => NudgesAsked['nudges'],
  { out, err }: Terminal,
): Promise<number> {
  const asked = readArgs(args)
  if (!asked) {
    err(`${usage}\n`)
    return 2
  }
  const answer = await decide(asked)
  if (answer?.kind === 'done') {
    out(`${answer.says}\n`)
    if (asked.nudges === 'live' && setting() === 'shadow')
      err('The setting NUDGES is shadow here, so nothing is sent yet. Set NUDGES=live and start the product again.\n')
    return 0
  }
  err(`${isRefusal(answer) ? inWords(answer.reason) : 'Nobody in the partnership has this email address.'}\n`)
  return 1
}

const inWords = (reason: Reason): string =>
  reason === 'not-for-you'
    ? 'Only a coordinator, or the person that `reportsTo` names, can decide this.'
    : sentences[reason]

function readArgs(args: readonly string[]): NudgesAsked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' } },
    })
    const [nudges, ...others] = positionals
    if (others.length > 0 || values.by === undefined) return undefined
    return nudges === 'live' || nudges === 'shadow' ? { nudges, by: values.by } : undefined
  } catch {
    return undefined
  }
}
