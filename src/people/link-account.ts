/** The door for `link CODE`: an account that we do not know yet becomes its person's. */
import { hourMs } from '../calendar/durations.ts'
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import type { Typed } from '../display/typed.ts'
import { wrongCodes } from '../lifetimes.ts'
import type { PersonId } from '../ids.ts'
import type { Account } from '../ports/accounts.ts'
import type { LinkAccount } from '../ports/recognise-account.ts'
import type { AccountsNeeds } from './accounts-needs.ts'
import { isAdmitted } from './admission.ts'
import { codeIn } from './show-link-code.ts'
import { personById } from './people.ts'
import { youAre } from './you-are.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { RecogniseParts } from './recognise.ts'

type LinkingParts = Omit<RecogniseParts, 'accounts' | 'log'>

export function createLinkAccount(parts: LinkingParts): LinkAccount {
  const { store, clock } = parts
  return async (account, typed) => {
    const partnership = parts.partnership()
    if (!isAdmitted(partnership, account)) return refused('not-admitted')
    const code = codeIn(typed)
    const { person, tooMany } = await whose(parts, account, code)
    if (tooMany) return refused('too-many-codes')
    const known = person && personById(partnership, person)
    if (!known) return refused('code-not-good')
    return store.transact({ at: clock.now(), by: known.id }, (tx) => link(parts, tx, account, known, code))
  }
}

type Whose = { readonly person?: PersonId | undefined; readonly tooMany?: true }

/** A wrong code is counted, so this is not undone by the refusal that follows. */
async function whose({ store, clock }: LinkingParts, account: Account, code: Typed): Promise<Whose> {
  const at = clock.now()
  return store.transact({ at }, async (tx): Promise<Whose> => {
    const wrong = await tx.wrongCodesSince(account, new Date(at.getTime() - wrongCodes.withinHours * hourMs))
    if (wrong >= wrongCodes.atMost) return { tooMany: true }
    const person = await tx.personOfLinkCode(code)
    if (!person) await tx.saveWrongCode(account)
    return { person }
  })
}

async function link(
  { newId, partnership }: LinkingParts,
  tx: AccountsNeeds,
  account: Account,
  known: PartnershipPerson,
  code: Typed,
): Promise<Answer> {
  const person = known.id
  if (!(await tx.spendLinkCode(person, code))) return refused('code-not-good')
  const held = await tx.addAccount(account, { id: newId(), person, linkedBy: 'code' })
  if (held.person !== person && !held.removed) return refused('account-is-anothers')
  if (!held.isNew) await tx.giveAccount(held.id, { person, linkedBy: 'code' })
  await tx.record({ fact: 'account-linked', account: held.id, person, platform: account.platform, how: 'code' })
  return done(
    `Linked. I know you here now. ${youAre(partnership(), known)} Your messages go to the account that you used last.`,
  )
}
