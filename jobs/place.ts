/**
 * Where a person is: of the accounts that can be reached, the one they prefer or used last; else the account that a chat
 * finds for them; else an email, or, where there are pages, the browser.
 */
import type { PersonId } from '../src/ids.ts'
import type { Account, Accounts, Holding, Platform } from '../src/ports/accounts.ts'
import type { Messenger, Way } from '../src/ports/messenger.ts'
import { InstallationError } from '../src/ports/messenger-errors.ts'

/** One for each way that something is sent; on a page it waits by itself. */
export type Messengers = Readonly<Partial<Record<Exclude<Way, 'web'>, Messenger>>>

/** Who has an account on the pages is sent an email. */
export const messengerFor = (messengers: Messengers, platform: Platform): Messenger | undefined =>
  messengers[platform === 'web' ? 'email' : platform]

export type SendingPlace = { readonly account: Account; readonly messenger: Messenger }
export type Place = SendingPlace | { readonly way: 'web' } | { readonly way: 'nowhere' }

/** `passed`: accounts that have refused this message just now. */
export type FindPlace = (person: PersonId, passed?: readonly Account[]) => Promise<Place>

export type FindPlaceParts = {
  readonly accounts: Pick<Accounts, 'reachableOf' | 'holdingOf'>
  readonly messengers: Messengers
  /** Whether the partnership still takes this account for its person's. */
  readonly stillHolds: (holding: Holding) => boolean
  /** Whether people can read their messages in a browser. */
  readonly pages: boolean
}

/** Throws where a platform cannot say now whether it has this person. */
export function createFindPlace({ accounts, messengers, stillHolds, pages }: FindPlaceParts): FindPlace {
  const { email, ...chats } = messengers

  async function known(person: PersonId, passed: readonly Account[]): Promise<Place | undefined> {
    for (const { platform, workspace, user, ...holding } of await accounts.reachableOf(person)) {
      const account = { platform, workspace, user }
      const messenger = messengerFor(messengers, platform)
      if (isAmong(passed, account) || !stillHolds({ ...account, ...holding })) continue
      if (messenger && (await messenger.serves(account))) return { account, messenger }
      if (platform === 'web' && pages) return { way: platform }
    }
    return undefined
  }

  /** An account that was closed is tried once more where there is nothing else: it may have been opened again. */
  async function lookedUp(person: PersonId, passed: readonly Account[]): Promise<Place | undefined> {
    let closed: Place | undefined
    let fault: InstallationError | undefined
    for (const messenger of [...Object.values(chats), ...(email ? [email] : [])]) {
      const account = await messenger.accountOf(person).catch((error: unknown) => {
        // Somebody has to put it right first: meanwhile an email can say that something waits.
        if (!(error instanceof InstallationError)) throw error
        fault ??= error
        return undefined
      })
      if (!account || isAmong(passed, account)) continue
      const holding = await accounts.holdingOf(account)
      if (holding?.removed) continue
      if (!holding?.unreachable) return { account, messenger }
      closed ??= { account, messenger }
    }
    if (!closed && fault) throw fault
    return closed
  }

  return async (person, passed = []) => {
    const place = (await known(person, passed)) ?? (await lookedUp(person, passed))
    if (place) return place
    if (pages) return { way: 'web' }
    if (Object.keys(messengers).length === 0) throw new Error('no platform is on')
    return { way: 'nowhere' }
  }
}

const isAmong = (accounts: readonly Account[], account: Account): boolean =>
  accounts.some((one) => isSame(one, account))

export const isSame = (one: Account, { platform, workspace, user }: Account): boolean =>
  one.platform === platform && one.workspace === workspace && one.user === user

export const isSending = (place: Place): place is SendingPlace => 'messenger' in place
