/**
 * Where a person is: the account used last, if its platform is on; else the account that a platform finds for them; else
 * the browser, where there are pages on which a message waits to be read.
 */
import type { PersonId } from '../src/ids.ts'
import type { Account, Accounts, Platform } from '../src/ports/accounts.ts'
import type { Messenger } from '../src/ports/messenger.ts'

export type Messengers = Readonly<Partial<Record<Platform, Messenger>>>

export type ChatPlace = { readonly platform: Platform; readonly account: Account; readonly messenger: Messenger }
export type Place = ChatPlace | { readonly platform: 'web' } | { readonly platform: 'nowhere' }

export type Placing = (person: PersonId) => Promise<Place>

export type PlacingParts = {
  readonly accounts: Pick<Accounts, 'accountFor'>
  readonly messengers: Messengers
  /** Whether people can read their messages in a browser. */
  readonly pages: boolean
}

/** Throws where a platform cannot say now whether it has this person. */
export function placing({ accounts, messengers, pages }: PlacingParts): Placing {
  const lookUp = async (person: PersonId): Promise<Account | undefined> => {
    for (const messenger of Object.values(messengers)) {
      const found = await messenger.accountOf(person)
      if (found) return found
    }
    return undefined
  }

  return async (person) => {
    const known = await accounts.accountFor(person)
    const account = known && messengers[known.platform] ? known : await lookUp(person)
    const messenger = account && messengers[account.platform]
    if (messenger) return { platform: account.platform, account, messenger }
    if (pages) return { platform: 'web' }
    if (Object.keys(messengers).length === 0) throw new Error('no platform is on')
    return { platform: 'nowhere' }
  }
}

export const isChat = (place: Place): place is ChatPlace => 'messenger' in place
