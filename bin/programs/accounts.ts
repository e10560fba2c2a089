/** `npm run accounts`, `npm run accounts -- remove|give-back ACCOUNT-ID` */
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { accountsFromShell } from '../../adapters/terminal/accounts.ts'
import { refused } from '../../src/display/refusal.ts'
import { giveBackAccount, removeAccount } from '../../src/people/own-accounts.ts'
import type { AccountId } from '../../src/ids.ts'
import { whereReached } from '../../src/people/where-reached.ts'
import { command, terminal } from './command.ts'
import { vaultOf } from '../wiring/vault-of.ts'

await command((open) => {
  async function opened() {
    const world = await open()
    const seals = sealsOf(vaultOf(world))
    const version = () => world.partnership().version
    return { ...world, store: createStore({ db: world.opened.db, seals, committed: () => undefined, version }) }
  }

  async function change(id: AccountId, how: typeof removeAccount) {
    const { store, clock } = await opened()
    return store.transact({ at: clock.now() }, async (tx) => {
      const account = await tx.accountById(id)
      return account ? how({ tx }, account) : refused('no-longer-there')
    })
  }

  return accountsFromShell(
    process.argv.slice(2),
    {
      async list() {
        const { store, clock, config, ...world } = await opened()
        const partnership = world.partnership()
        const chats = [...(config.slack ? ['slack' as const] : []), ...(config.teams ? ['teams' as const] : [])]
        const ways = { chats, mail: config.mail !== undefined, pages: partnership.demonstration === true }
        return store.look(clock.now(), (tx) => whereReached({ tx, partnership }, ways))
      },
      remove: (id) => change(id, removeAccount),
      giveBack: (id) => change(id, giveBackAccount),
    },
    terminal,
  )
})
