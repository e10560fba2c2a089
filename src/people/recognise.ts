/** The door before `answer`: whose account this is. The same rule for every chat; each only says what it vouches for. */
import { hourMs } from '../calendar/durations.ts'
import { Typed } from '../display/typed.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Account, Accounts, Holding } from '../ports/accounts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { ConfirmAccount, Recognise } from '../ports/recognise-account.ts'
import type { Store } from '../ports/store.ts'
import type { AccountsNeeds } from './accounts-needs.ts'
import { isAdmitted, personBehind, stillHolds } from './admission.ts'
import { personById } from './people.ts'

export type RecogniseParts = {
  readonly accounts: Pick<Accounts, 'holdingOf' | 'used'>
  readonly store: Store<AccountsNeeds>
  /** As it stands whenever somebody is recognised. */
  readonly partnership: () => Partnership
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Log
}

/** Noted again only after this, while it is the account used last anyway: not a write for every press. */
const noteAgainAfterMs = hourMs

export function createRecognise(parts: RecogniseParts): Recognise {
  const { accounts } = parts
  return async (account, evidence) => {
    const partnership = parts.partnership()
    if (!isAdmitted(partnership, account)) return 'not-admitted'
    const holding = await accounts.holdingOf(account)
    if (holding) {
      if (!stillHolds(partnership, holding)) return 'nobody-we-know'
      await noteUse(parts, holding)
      return holding.person
    }
    const person = personBehind(partnership, account, await evidence())
    return person && (await link(parts, partnership, account, person)) === true ? person : 'nobody-we-know'
  }
}

export function createConfirmAccount(parts: Omit<RecogniseParts, 'log'>): ConfirmAccount {
  const { accounts } = parts
  return async (account, evidence, person) => {
    const partnership = parts.partnership()
    const holding = await accounts.holdingOf(account)
    if (holding) return holding.person === person && stillHolds(partnership, holding)
    if (personBehind(partnership, account, evidence) !== person) return false
    const linked = await link(parts, partnership, account, person)
    // Not "nobody there": within seconds it can be said.
    if (linked === behind) throw new Error('the newest partnership has not been taken up yet')
    return linked
  }
}

/** This process works with a partnership that is no longer in force: nothing is known yet of who somebody is. */
const behind = 'behind'

/** False where somebody else was first. */
async function link(
  { store, clock, newId }: Pick<RecogniseParts, 'store' | 'clock' | 'newId'>,
  partnership: Partnership,
  account: Account,
  person: PersonId,
): Promise<boolean | typeof behind> {
  return store.transact({ at: clock.now(), by: person }, async (tx) => {
    if ((await tx.newestVersion()) !== partnership.version) return behind
    const link = { person, linkedBy: 'address', ...addressOf(partnership, person) } as const
    const held = await tx.addAccount(account, { id: newId(), ...link })
    if (held.isNew)
      await tx.record({ fact: 'account-linked', account: held.id, person, platform: account.platform, how: 'address' })
    return held.person === person && !held.removed
  })
}

/** By which the link is known: it ends with it. */
export function addressOf(partnership: Partnership, person: PersonId): { readonly address?: Typed } {
  const email = personById(partnership, person)?.email
  return email === undefined ? {} : { address: new Typed(email) }
}

/** If the use cannot be noted, the person is still let in. */
async function noteUse({ accounts, clock, log }: RecogniseParts, holding: Holding): Promise<void> {
  const old = clock.now().getTime() - holding.usedAt.getTime() > noteAgainAfterMs
  if (!old && holding.usedLast && !holding.unreachable) return
  await accounts.used(holding).catch((error: unknown) => log.error('account-use-not-noted', error))
}
