/** `npm run accounts`, `npm run accounts -- remove ACCOUNT-ID` */
import { sealsOf } from '../adapters/postgres/seals.ts'
import { createStore } from '../adapters/postgres/store.ts'
import { accountsFromShell } from '../adapters/terminal/accounts.ts'
import { createVault } from '../adapters/vault/vault.ts'
import { refused } from '../src/display/refusal.ts'
import { removeAccount } from '../src/people/own-accounts.ts'
import { whereReached } from '../src/people/where-reached.ts'
import { command, terminal } from './command.ts'

await command((open) => {
  async function opened() {
    const world = await open()
    const seals = sealsOf(createVault(world.secretKey))
    return { ...world, store: createStore({ db: world.opened.db, seals, committed: () => undefined }) }
  }

  return accountsFromShell(
    process.argv.slice(2),
    {
      async list() {
        const { store, clock, partnership, config } = await opened()
        const chats = [...(config.slack ? ['slack' as const] : []), ...(config.teams ? ['teams' as const] : [])]
        const ways = { chats, mail: config.mail !== undefined, pages: partnership.demonstration === true }
        return store.look(clock.now(), (tx) => whereReached({ tx, partnership }, ways))
      },
      async remove(id) {
        const { store, clock } = await opened()
        return store.transact({ at: clock.now() }, async (tx) => {
          const account = await tx.accountById(id)
          return account ? removeAccount({ tx }, account) : refused('no-longer-there')
        })
      },
    },
    terminal,
  )
})
