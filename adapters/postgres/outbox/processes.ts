/**
 * Which processes live. Each says so every few seconds, so that what a dead one had in hand is free long before its lease
 * ends. All by the time of the database, as the clocks of processes differ.
 */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'

export type Process = {
  readonly id: string
  /** Says that it lives. */
  alive(): Promise<void>
  /** Right before what only a living process may do: nobody takes it for dead from now on, for some seconds at least. */
  sureAlive(): Promise<void>
  /** Those that are dead; nobody is while this process itself cannot have seen them. */
  dead(): ReturnType<typeof sql<{ id: string }>>
}

type Times = {
  /** After as long a silence, by seconds more than a busy moment of a machine takes, a process is dead. */
  readonly deadAfterMs: number
  /** Two of them were missed: it may have slept, or the database was away. */
  readonly silentMs: number
}

const usualTimes: Times = { deadAfterMs: 12_000, silentMs: 6_500 }

export function createProcess(db: Kysely<Database>, { deadAfterMs, silentMs }: Times = usualTimes): Process {
  const id = randomUUID()
  let seen: number | undefined
  let awakeSince = 0

  const isSilent = () => seen === undefined || Date.now() - seen > silentMs || Date.now() < seen

  async function alive(): Promise<void> {
    if (seen === undefined) await sql`delete from processes where seen_at < now() - interval '1 day'`.execute(db)
    await sql`
      insert into processes (id) values (${id}) on conflict (id) do update set seen_at = now()`.execute(db)
    if (isSilent()) awakeSince = Date.now()
    seen = Date.now()
  }

  /** Who was away with the database, or slept, sees at first only how long the others could not be heard. */
  const judges = () => !isSilent() && Date.now() - awakeSince >= deadAfterMs

  return {
    id,
    alive,
    async sureAlive() {
      if (seen !== undefined && isSilent()) await alive()
    },
    dead: () => sql<{ id: string }>`
      select id from processes where ${judges()}::boolean and seen_at < now() - ${deadAfterMs} * interval '1 millisecond'`,
  }
}
