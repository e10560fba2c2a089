/** `npm run partnership -- apply FILE | show | history | export [VERSION]` */
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { createPartnershipVersions } from '../../adapters/postgres/partnership-versions.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { partnershipFromShell } from '../../adapters/terminal/partnership.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { applyVersion } from '../../src/people/apply-version.ts'
import { command, terminal } from './command.ts'

await command((open) =>
  partnershipFromShell(process.argv.slice(2), {
    async open() {
      const { opened, clock, partnership, secretKey } = await open()
      const { demonstration = false } = partnership()
      const store = createStore({
        ...{ db: opened.db, seals: sealsOf(createVault(secretKey)) },
        committed: () => undefined,
        version: () => partnership().version,
      })
      return {
        versions: createPartnershipVersions(opened.db),
        demonstration,
        today: dayOf(clock.now()),
        apply: ({ by, ...applying }) =>
          store.transact({ at: clock.now(), ...(by && { by }) }, (tx) =>
            applyVersion({ tx, now: clock.now() }, { ...applying, ...(by && { by }) }),
          ),
      }
    },
    ...terminal,
    ...(process.stdin.isTTY && { ask }),
  }),
)

/** Anybody who ends the input in place of an answer has not agreed. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const ended = once(lines, 'close').then(() => 'no')
  try {
    return await Promise.race([lines.question(question), ended])
  } finally {
    lines.close()
  }
}
