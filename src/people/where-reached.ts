/** Where each person of the partnership gets their messages now, for its administrator. */
import type { PersonId } from '../ids.ts'
import type { Holding, Platform } from '../ports/accounts.ts'
import type { World } from '../ports/world.ts'
import type { AccountsNeeds } from './accounts-needs.ts'
import { stillHolds } from './admission.ts'

export type WhereReached = {
  readonly person: PersonId
  /** The account, or what is left without one; a chat may still find them by their address when something is sent. */
  readonly now: Holding | 'by email' | 'in the browser' | 'nowhere'
  /** Those that were not removed. */
  readonly accounts: readonly Holding[]
  readonly removed: readonly Holding[]
}

/** What this machine is set up for. */
export type Ways = { readonly chats: readonly Platform[]; readonly mail: boolean; readonly pages: boolean }

export const whereReached = async (
  { tx, partnership }: Pick<World<AccountsNeeds>, 'tx' | 'partnership'>,
  { chats, mail, pages }: Ways,
): Promise<readonly WhereReached[]> => {
  const all: WhereReached[] = []
  for (const { id: person } of partnership.people) {
    const accounts = await tx.accountsOf(person)
    const usable = accounts.filter((one) => !one.unreachable && stillHolds(partnership, one))
    const chat = usable.filter(({ platform }) => chats.includes(platform))
    const fallback = mail ? 'by email' : pages ? 'in the browser' : 'nowhere'
    const removed = await tx.removedFrom(person)
    const noBrowser = removed.some(({ platform }) => platform === 'web')
    const now = chat.find((one) => one.preferred) ?? chat[0] ?? (noBrowser ? 'nowhere' : fallback)
    all.push({ person, now, accounts, removed })
  }
  return all
}
