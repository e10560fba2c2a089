/** The messenger of the tiny platform, over HTTP, as a platform's own would be. */
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { retryAfterMs, type Post } from './tiny-platform.ts'

export const slackAccount = (user: string): Account => ({ platform: 'slack', workspace: 'T1', user })

/** Finds nobody who has no account yet, unless told who is there. */
export function tinyMessenger(
  url: string,
  accountOf: Messenger['accountOf'] = () => Promise.resolve(undefined),
): Messenger {
  const receipt = (user: string, message: string) => ({
    way: 'slack' as const,
    conversation: `D-${user}`,
    message,
  })
  return {
    serves: () => Promise.resolve(true),
    accountOf,
    async post({ user }, card, marker) {
      const post: Post = { user, marker, title: card.title, lines: card.body.length }
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(post) })
      if (answer.status === 410) throw new UndeliverableError('account_inactive')
      if (answer.status === 429) throw new TooFastError(retryAfterMs)
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`)
      return receipt(user, ((await answer.json()) as { message: string }).message)
    },
    async find({ user }, marker) {
      const answer = await fetch(`${url}/?marker=${marker}`)
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`)
      const { found } = (await answer.json()) as { found: string }
      return found === 'no' || found === 'unsure' ? found : receipt(user, found)
    },
  }
}
