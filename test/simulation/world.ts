/** What is outside of every process: the clock, the database, the queue, the platforms, and the partnership's file. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import type { Seals } from '../../adapters/postgres/transaction/seals.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { AskOfPerson } from '../../src/ports/answer-ask.ts'
import type { TakenMessage } from '../../src/ports/outbox.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import type { Chance } from './chance.ts'
import type { Gates } from './gates.ts'
import type { Drawn, Landed, Platform } from './platform.ts'
import type { Queue } from './queue.ts'
import type { Trace } from './trace.ts'
import type { Words } from './words.ts'

export type World = {
  readonly db: Kysely<Database>
  readonly seals: Seals
  readonly clock: ManualClock
  readonly chance: Chance
  readonly gates: Gates
  readonly trace: Trace
  readonly queue: Queue
  readonly platforms: Readonly<Record<'slack' | 'teams' | 'email', Platform>>
  readonly landed: readonly Landed[]
  readonly drawn: Drawn
  /** As it stands today. */
  readonly partnership: () => Partnership
  /** Called when the product has found that a message still holds, right before it is posted. */
  readonly witness: (message: TakenMessage) => Promise<void>
  readonly words: Words
  /** What somebody was answered is looked at: may they see it? */
  readonly overhear: (by: PersonId, answer: Answer) => Promise<void>
  /** What was seen to be wrong while it happened. */
  readonly faults: string[]
}

export type Asked = Required<AskOfPerson>
