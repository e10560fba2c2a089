/** The doors before `answer`, wired once for every platform: who an account is, and what becomes of it. */
import { createAccounts } from '../adapters/postgres/accounts.ts'
import type { Accounts } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import type { Finding, Leaving, Linking, Recognising, Returning } from '../src/ports/recognising.ts'
import type { Store } from '../src/ports/store.ts'
import type { AllNeeds } from '../src/needs.ts'
import type { Partnership } from '../src/partnership/partnership.ts'
import { leaving, returning } from '../src/cases/workspace-left.ts'
import { arriving, type Arriving } from '../src/people/arriving.ts'
import { linking } from '../src/people/linking.ts'
import { finding, recognising } from '../src/people/recognise.ts'
import type { Opened } from '../adapters/postgres/database.ts'

export type Doors = {
  readonly accounts: Accounts
  readonly recognise: Recognising
  readonly find: Finding
  readonly link: Linking
  readonly arrive: Arriving
  readonly left: Leaving
  readonly returned: Returning
}

export type DoorsParts = {
  readonly db: Opened['db']
  readonly store: Store<AllNeeds>
  readonly partnership: Partnership
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
    recognise: recognising(all),
    find: finding(all),
    link: linking(all),
    arrive: arriving(all),
    left: leaving(all),
    returned: returning(all),
  }
}
