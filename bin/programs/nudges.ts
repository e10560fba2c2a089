/** `npm run nudges -- live|shadow --by ADDRESS` */
import { randomUUID } from 'node:crypto'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { decideFromShell, type NudgesAsked } from '../../adapters/terminal/nudges.ts'
import { createAnswer } from '../../src/answer.ts'
import { personByPasted } from '../../src/people/people.ts'
import { command, terminal } from './command.ts'
import { vaultOf } from '../wiring/vault-of.ts'

await command((open) => {
  let setting: NudgesAsked['nudges'] = 'shadow'
  return decideFromShell(
    process.argv.slice(2),
    async ({ nudges, by }) => {
      const world = await open()
      const { opened, clock, partnership, config } = world
      setting = config.nudges
      const person = personByPasted(partnership(), by)
      const store = createStore({
        ...{ db: opened.db, seals: sealsOf(vaultOf(world)) },
        committed: () => undefined,
        version: () => partnership().version,
      })
      const answer = createAnswer({ store, clock, partnership, newId: () => randomUUID() })
      return person && answer({ ask: { ask: 'decide-nudges', nudges }, by: person.id })
    },
    () => setting,
    terminal,
  )
})
