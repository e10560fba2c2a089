/** Every table of every room, and the one way to open the database. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { ActionsTables } from '../rooms/actions.tables.ts'
import type { BaseTables } from './base.tables.ts'
import type { DraftsTables } from '../drafts.tables.ts'
import type { CasesTables } from '../rooms/cases.tables.ts'
import type { ChallengesTables } from '../rooms/challenges.tables.ts'
import type { ChildrenTables } from '../rooms/children.tables.ts'
import type { ClimbsTables } from '../rooms/climbs.tables.ts'
import type { DutiesTables } from '../rooms/duties.tables.ts'
import type { HandoversTables } from '../rooms/handovers.tables.ts'
import type { HashingKeysTables } from '../keys/hashing-keys.tables.ts'
import type { InputsTables } from '../rooms/inputs.tables.ts'
import type { InstallationsTables } from '../accounts/installations.tables.ts'
import type { MeetingsTables } from '../rooms/meetings.tables.ts'
import type { NudgesTables } from '../rooms/nudges.tables.ts'
import type { PartsTables } from '../rooms/parts.tables.ts'
import type { PartnershipTables } from '../partnership.tables.ts'
import type { SignInsTables } from '../accounts/sign-ins.tables.ts'

export type Database = BaseTables &
  ChallengesTables &
  ChildrenTables &
  CasesTables &
  ClimbsTables &
  InputsTables &
  InstallationsTables &
  MeetingsTables &
  ActionsTables &
  DraftsTables &
  DutiesTables &
  NudgesTables &
  HandoversTables &
  HashingKeysTables &
  PartnershipTables &
  PartsTables &
  SignInsTables

export type Db = Kysely<Database> | Transaction<Database>

export type Opened = {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  answers: () => Promise<boolean>
  close: () => Promise<void>
}

/** Longer than any statement of ours takes, the merge of a county's return included; what hangs longer is given up. */
const statementMs = 120_000
/** Longer than an import or an exchange of keys holds a row; nobody in front of a screen waits so long. */
const lockMs = 30_000

/**
 * A process that was frozen, or has vanished, in the middle of a transaction holds its rows no longer than this; among them
 * is the chain of the partnership's facts, for which every other process waits. Nothing of ours is silent for so long: what it
 * had done is undone, and done again.
 */
const idleMs = 20_000

/** Days come back as text: a `Date` at local midnight would shift with the machine's time zone. */
export function openDatabase(url: string, connections = 10, idleInTransactionMs = idleMs): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  // A connection that the server closes, idle or in use, is an error of its query at most: the next opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const answers = () =>
    pool.query('select 1').then(
      () => true,
      () => false,
    )
  return { db, pool, answers, close: () => db.destroy() }
}

/** The type `date`: https://www.postgresql.org/docs/18/catalog-pg-type.html */
const dateOid = 1082

type GetTypeParser = (oid: number, format?: 'text' | 'binary') => (value: string) => unknown

const usualParserOf = pg.types.getTypeParser as unknown as GetTypeParser

const parserOf: GetTypeParser = (oid, format) => (oid === dateOid ? (value) => value : usualParserOf(oid, format))
