/** Where a person is: the account used last, if its platform is on; else the browser, where a message waits to be read. */
import type { PersonId } from '../src/ids.ts'
import type { Account, Accounts, Platform } from '../src/ports/accounts.ts'
import type { Messenger } from '../src/ports/messenger.ts'

export type Messengers = Readonly<Partial<Record<Platform, Messenger>>>

export type ChatPlace = { readonly platform: Platform; readonly account: Account; readonly messenger: Messenger }
export type Place = ChatPlace | { readonly platform: 'web' }

export type Placing = (person: PersonId) => Promise<Place>

export function placing(accounts: Pick<Accounts, 'accountFor'>, messengers: Messengers): Placing {
  return async (person) => {
    const account = await accounts.accountFor(person)
    const messenger = account && messengers[account.platform]
    return messenger ? { platform: account.platform, account, messenger } : { platform: 'web' }
  }
}

export const isChat = (place: Place): place is ChatPlace => 'messenger' in place
