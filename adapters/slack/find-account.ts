/** The account of somebody who has never used the bot, by the mail address that the partnership has of them. */
import type { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Account, Accounts } from '../../src/ports/accounts.ts'
import { mayHaveAccount, personBehind, type SlackUser } from './accounts.ts'
import { recent } from './recent.ts'

/** How long somebody who was not found is not asked for again: Slack allows some twenty look-ups a minute. */
const forMs = 5 * 60_000

type Needs = {
  readonly accounts: Pick<Accounts, 'personOf' | 'link'>
  readonly partnership: () => Partnership
  readonly userWith: (address: string) => Promise<SlackUser | undefined>
}

export function findAccounts({ accounts, partnership, userWith }: Needs) {
  const missing = recent<true>({ forMs, atMost: 10_000 })

  return async (id: PersonId): Promise<Account | undefined> => {
    const address = partnership().people.find((person) => person.id === id)?.email
    if (address === undefined || missing.get(address) || !mayHaveAccount(address, partnership())) return undefined
    const account = accountIn(await userWith(address), id)
    const linked = account && (await accounts.personOf(account))
    if (!account || (linked !== undefined && linked !== id)) {
      missing.set(address, true)
      return undefined
    }
    await accounts.link(account, id)
    return account
  }

  /** By the rule by which somebody who comes to us is recognised. */
  function accountIn(user: SlackUser | undefined, person: PersonId): Account | undefined {
    if (user?.id === undefined) return undefined
    const workspaces = [user.team_id ?? '', ...(user.enterprise_user?.teams ?? [])]
    const workspace = workspaces.find((one) => personBehind(user, one, partnership()) === person)
    return workspace === undefined ? undefined : { platform: 'slack', workspace, user: user.id }
  }
}
