import type { Answer } from '../../src/display/answer.ts'
import { refused } from '../../src/display/refusal.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Answering, Asking } from '../../src/ports/answering.ts'
import type { Log } from '../../src/ports/log.ts'
import type { PersonOf } from './accounts.ts'
import type { Once } from './repeats.ts'
import type { SlackApi } from './web-api.ts'

/** What every listener has in its hands. */
export type Bot = {
  readonly api: SlackApi
  readonly answer: Answering
  readonly personOf: PersonOf
  readonly partnership: () => Partnership
  readonly log: Log
  /** Does the work of one delivery once; Slack's own retries get what the first one got. */
  readonly once: Once
  /** A new random id (UUID): for a drawn form, and to find in the log what somebody was told. */
  readonly newId: () => string
}

export async function answerFor(bot: Bot, account: Account, asking: Omit<Asking, 'by'>): Promise<Answer> {
  const person = await bot.personOf(account)
  return person === undefined ? refused('nobody-we-know') : bot.answer({ ...asking, by: person })
}

export const slackAccount = (workspace: string | undefined, user: string): Account => ({
  platform: 'slack',
  workspace: workspace ?? '',
  user,
})
