/** The rows of accounts, as the rules know them. */
import { sql, type ExpressionBuilder } from 'kysely'
import type { AccountId, PersonId } from '../../../src/ids.ts'
import type { Account, Holding, LinkedBy, Platform } from '../../../src/ports/accounts.ts'
import type { BaseTables } from '../schema/base.tables.ts'
import type { Database, Db } from '../schema/database.ts'

export const holdingsIn = (db: Db) =>
  db.selectFrom('accounts').select([
    'id',
    'platform',
    'workspace',
    'account_user',
    'person',
    'linked_by',
    'linked_at',
    'used_at',
    'preferred',
    'removed_at',
    'unreachable_since',
    sql<boolean>`not exists (
        select from accounts other
        where other.person = accounts.person and other.id <> accounts.id and other.used_at >= accounts.used_at
      )`.as('used_last'),
  ])

type Row = Omit<BaseTables['accounts'], 'conversation' | 'preferred' | 'address_hash' | 'welcomed_at'> & {
  preferred: boolean
  used_last: boolean
}

export const holdingFrom = (row: Row): Holding => ({
  id: row.id as AccountId,
  platform: row.platform as Platform,
  workspace: row.workspace,
  user: row.account_user,
  person: row.person as PersonId,
  linkedBy: row.linked_by as LinkedBy,
  linkedAt: row.linked_at,
  removed: row.removed_at !== null,
  unreachable: row.unreachable_since !== null,
  preferred: row.preferred,
  usedAt: row.used_at,
  usedLast: row.used_last,
})

export const isAccount =
  ({ platform, workspace, user }: Account) =>
  (eb: ExpressionBuilder<Database, 'accounts'>) =>
    eb.and([eb('platform', '=', platform), eb('workspace', '=', workspace), eb('account_user', '=', user)])
