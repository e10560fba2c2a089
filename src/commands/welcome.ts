/** Somebody is welcomed once at each of their accounts, when they first turn to the bot there. */
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { stillHolds } from '../people/admission.ts'
import type { Accounts } from '../ports/accounts.ts'
import type { Welcome } from '../ports/recognise-account.ts'
import { welcomeCard } from './welcome.card.ts'

type WelcomeParts = {
  readonly accounts: Pick<Accounts, 'holdingOf' | 'welcomed'>
  readonly partnership: () => Partnership
}

export const createWelcome =
  ({ accounts, ...current }: WelcomeParts): Welcome =>
  async (account) => {
    const partnership = current.partnership()
    const holding = await accounts.holdingOf(account)
    const person = holding && stillHolds(partnership, holding) && personById(partnership, holding.person)
    return person && (await accounts.welcomed(account)) ? welcomeCard(partnership, person) : undefined
  }
