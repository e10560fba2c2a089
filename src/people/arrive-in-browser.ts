/** Somebody opened the link in an email: their browser is an account like any other, and is refused once it is removed. */
import type { PersonId } from '../ids.ts'
import { personById } from './people.ts'
import { addressOf, type RecogniseParts } from './recognise.ts'

export type ArriveInBrowser = (person: PersonId) => Promise<boolean>

export function createArriveInBrowser({
  store,
  partnership,
  clock,
  newId,
}: Omit<RecogniseParts, 'accounts' | 'log'>): ArriveInBrowser {
  return async (person) => {
    const { version, ...inForce } = partnership()
    if (!personById(inForce, person)) return false
    return store.transact({ at: clock.now(), by: person }, async (tx) => {
      if ((await tx.newestVersion()) !== version) return false
      const browser = { platform: 'web', workspace: 'web', user: person } as const
      const held = await tx.addAccount(browser, {
        id: newId(),
        person,
        linkedBy: 'letter',
        ...addressOf(inForce, person),
      })
      if (held.isNew)
        await tx.record({ fact: 'account-linked', account: held.id, person, platform: 'web', how: 'letter' })
      return held.person === person && !held.removed
    })
  }
}
