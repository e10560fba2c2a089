/** `npm run rekey`, `npm run rekey -- --check` */
import { createRekey } from '../../adapters/postgres/keys/rekey.ts'
import { rekeyFromShell } from '../../adapters/terminal/rekey.ts'
import { command, terminal } from './command.ts'
import { vaultOf } from '../wiring/vault-of.ts'

let stopped = false
/** The batch in hand ends first. Killed in any other way, it loses nothing either. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => (stopped = true))

await command((open) =>
  rekeyFromShell(
    process.argv.slice(2),
    {
      async open() {
        const world = await open()
        return createRekey(world.opened, vaultOf(world))
      },
      stopped: () => stopped,
      elapsedMs: () => performance.now(),
    },
    terminal,
  ),
)
