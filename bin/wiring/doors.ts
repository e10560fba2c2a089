/** The doors before `answer`, wired once for every platform: who an account is, and what becomes of it. */
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import type { Accounts } from '../../src/ports/accounts.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import type {
  ConfirmAccount,
  LoseWorkspace,
  LinkAccount,
  Recognise,
  RegainWorkspace,
  Welcome,
} from '../../src/ports/recognise-account.ts'
import type { Store } from '../../src/ports/store.ts'
import type { AllNeeds } from '../../src/needs.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { createWelcome } from '../../src/commands/welcome.ts'
import { createLoseWorkspace, createRegainWorkspace } from '../../src/cases/workspace-left.ts'
import { createArriveInBrowser, type ArriveInBrowser } from '../../src/people/arrive-in-browser.ts'
import { createLinkAccount } from '../../src/people/link-account.ts'
import { createConfirmAccount, createRecognise } from '../../src/people/recognise.ts'
import type { Opened } from '../../adapters/postgres/schema/database.ts'

export type Doors = {
  readonly accounts: Accounts
  readonly recognise: Recognise
  readonly find: ConfirmAccount
  readonly link: LinkAccount
  readonly welcome: Welcome
  readonly arrive: ArriveInBrowser
  readonly left: LoseWorkspace
  readonly returned: RegainWorkspace
}

export type DoorsParts = {
  readonly db: Opened['db']
  readonly store: Store<AllNeeds>
  readonly partnership: () => Partnership
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Log
  readonly mail: boolean
}

export function doorsOf({ db, ...parts }: DoorsParts): Doors {
  const accounts = createAccounts(db, parts.clock)
  const all = { ...parts, accounts }
  return {
    accounts,
    recognise: createRecognise(all),
    find: createConfirmAccount(all),
    link: createLinkAccount(all),
    welcome: createWelcome(all),
    arrive: createArriveInBrowser(all),
    left: createLoseWorkspace(all),
    returned: createRegainWorkspace(all),
  }
}
