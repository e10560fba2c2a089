/** Accounts within a transaction: linked, preferred, removed, lost; and the codes that link them. */
import { sql } from 'kysely'
import { dayMs } from '../../../src/calendar/durations.ts'
import type { Typed } from '../../../src/display/typed.ts'
import type { AccountId, PersonId } from '../../../src/ids.ts'
import type { AccountsNeeds } from '../../../src/people/accounts-needs.ts'
import type { Account, LinkedBy } from '../../../src/ports/accounts.ts'
import type { Tx } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'
import { holdingFrom, holdingsIn, isAccount } from './holdings.ts'
import type { Seals } from '../transaction/seals.ts'

/** Ways of linking that end with the address: by what a platform vouches for, or by an email with a link. */
const byAddress: readonly LinkedBy[] = ['address', 'letter']

export function accountsStore(db: Db, seals: Seals, at: Date): Omit<AccountsNeeds, keyof Tx> {
  const one = (id: string) => db.updateTable('accounts').where('id', '=', id)
  const hashesOf = (code: Typed) => seals.hashes(db, 'link-code', code)

  return {
    async accountById(id) {
      const row = await holdingsIn(db).where('id', '=', id).forUpdate('accounts').executeTakeFirst()
      return row && holdingFrom(row)
    },
    async accountsOf(person) {
      const rows = await holdingsIn(db)
        .where('person', '=', person)
        .where('removed_at', 'is', null)
        .orderBy('used_at', 'desc')
        .execute()
      return rows.map(holdingFrom)
    },
    async removedFrom(person) {
      const rows = await holdingsIn(db)
        .where('person', '=', person)
        .where('removed_at', 'is not', null)
        .orderBy('removed_at', 'desc')
        .execute()
      return rows.map(holdingFrom)
    },
    async newestVersion() {
      await sql`lock table partnership_versions in share mode`.execute(db)
      const newest = db.selectFrom('partnership_versions').select('version').orderBy('version', 'desc').limit(1)
      return (await newest.executeTakeFirst())?.version
    },
    async addAccount(account, { id, person, linkedBy, address }) {
      const { platform, workspace, user } = account
      const added = await db
        .insertInto('accounts')
        .values({
          ...{ id, platform, workspace, account_user: user, person },
          ...{ linked_by: linkedBy, linked_at: at, used_at: at },
          ...(address && { address_hash: (await seals.hashes(db, addressKind, address))[0] }),
        })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'account_user']).doNothing())
        .returning('id')
        .executeTakeFirst()
      const row = await holdingsIn(db).where(isAccount(account)).executeTakeFirstOrThrow()
      return { ...holdingFrom(row), isNew: added !== undefined }
    },
    async giveAccount(id, { person, linkedBy }) {
      await one(id)
        .set({
          ...{ person, linked_by: linkedBy, linked_at: at, used_at: at },
          ...{ preferred: false, removed_at: null, unreachable_since: null },
        })
        .execute()
    },
    async preferAccount({ id, person }) {
      await db.updateTable('accounts').set({ preferred: false }).where('person', '=', person).execute()
      await one(id).set({ preferred: true }).execute()
    },
    async removeAccount(id) {
      await one(id).set({ removed_at: at, preferred: false, conversation: null }).execute()
    },
    async unlinkByAddress(person) {
      const unlinked = await db
        .deleteFrom('accounts')
        .where('person', '=', person)
        .where('linked_by', 'in', byAddress)
        .where('removed_at', 'is', null)
        .returning('id')
        .execute()
      await db.deleteFrom('link_codes').where('person', '=', person).execute()
      await db.deleteFrom('sessions').where('person', '=', person).execute()
      await db.updateTable('sign_ins').set({ link: null }).where('person', '=', person).execute()
      return unlinked.map(({ id }) => id as AccountId).toSorted()
    },
    async linkedToOthers(addresses) {
      const rows = await db
        .selectFrom('accounts')
        .select(['id', 'person', 'address_hash'])
        .where('linked_by', 'in', byAddress)
        .where('removed_at', 'is', null)
        .execute()
      const hashesNow = await seals.hasher(db, addressKind)
      const others = new Set<PersonId>()
      const known: { id: string; hash: string }[] = []
      for (const { id, person, address_hash } of rows) {
        const address = addresses.get(person as PersonId)
        const hashes = address ? hashesNow(address) : []
        if (address_hash !== null && !hashes.includes(address_hash)) others.add(person as PersonId)
        else if (hashes[0] !== undefined && hashes[0] !== address_hash) known.push({ id, hash: hashes[0] })
      }
      await sql`
        update accounts set address_hash = given.hash
        from unnest(${known.map(({ id }) => id)}::uuid[], ${known.map(({ hash }) => hash)}::text[]) as given (id, hash)
        where accounts.id = given.id`.execute(db)
      return [...others].toSorted()
    },
    async loseAccounts({ user, ...where }) {
      const lost = db
        .updateTable('accounts')
        .set({ unreachable_since: at, conversation: null })
        .where('removed_at', 'is', null)
        .where('unreachable_since', 'is', null)
        .where('platform', '=', where.platform)
        .where('workspace', '=', where.workspace)
        .returning('person')
      const rows = await (user === undefined ? lost : lost.where('account_user', '=', user)).execute()
      return [...new Set(rows.map(({ person }) => person as PersonId))].toSorted()
    },
    async findAccountsAgain({ platform, workspace }) {
      await db
        .updateTable('accounts')
        .set({ unreachable_since: null })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .execute()
    },
    async saveLinkCode(person, code, until) {
      const [code_hash] = await hashesOf(code)
      await db
        .insertInto('link_codes')
        .values({ person, code_hash, until })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ code_hash, until }))
        .execute()
    },
    async personOfLinkCode(code) {
      const row = await db
        .selectFrom('link_codes')
        .select('person')
        .where('code_hash', 'in', await hashesOf(code))
        .where('until', '>', at)
        .executeTakeFirst()
      return row?.person as PersonId | undefined
    },
    async spendLinkCode(person, code) {
      const spent = await db
        .deleteFrom('link_codes')
        .where('person', '=', person)
        .where('code_hash', 'in', await hashesOf(code))
        .where('until', '>', at)
        .returning('person')
        .executeTakeFirst()
      return spent !== undefined
    },
    async wrongCodesSince(account, since) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`wrong-codes ${nameOf(account)}`}, 0))`.execute(db)
      const { count } = await db
        .selectFrom('wrong_codes')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('platform', '=', account.platform)
        .where('workspace', '=', account.workspace)
        .where('account_user', '=', account.user)
        .where('at', '>', since)
        .executeTakeFirstOrThrow()
      return count
    },
    async saveWrongCode({ platform, workspace, user }) {
      // Long after the last of them counts.
      await db
        .deleteFrom('wrong_codes')
        .where('at', '<', new Date(at.getTime() - dayMs))
        .execute()
      await db.insertInto('wrong_codes').values({ platform, workspace, account_user: user, at }).execute()
    },
  }
}

/** The kind of keyed hash by which an account knows the address that linked it. */
const addressKind = 'account-address'

const nameOf = ({ platform, workspace, user }: Account): string => JSON.stringify([platform, workspace, user])
