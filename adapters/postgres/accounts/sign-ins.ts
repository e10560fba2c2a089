/** Who asked to sign in, and who is signed in. A copy of these tables opens no door: they hold hashes alone. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { PersonId } from '../../../src/ids.ts'
import { dayMs, hourMs, minuteMs } from '../../../src/calendar/durations.ts'
import { draftHours, linkAsks, linkMinutes, sessionHours } from '../../../src/lifetimes.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import type { SignIns } from '../../../src/ports/sign-ins.ts'
import type { Database, Db } from '../schema/database.ts'

/** No limit looks back further than this. */
const forgetAfterMs = dayMs
/** A session that lapsed still says for whom words are kept that were being typed. */
const rememberedMs = draftHours * hourMs

type Needs = {
  /** Lifetimes are of the real world, also where the clock of a demonstration was moved. */
  readonly realClock: Clock
  readonly secretKey: string
}

export function createSignIns(db: Kysely<Database>, { realClock, secretKey }: Needs): SignIns {
  /** Addresses can be guessed, so a plain hash would tell them. */
  const hashOfAddress = (address: string) => createHmac('sha256', secretKey).update(`sign-in:${address}`).digest()
  const ago = (ms: number) => new Date(realClock.now().getTime() - ms)

  return {
    async ask({ browser, address, person }) {
      const from = { browser: hashOf(browser), address: hashOfAddress(address) }
      return db.transaction().execute(async (tx) => {
        await lock(tx, from.address)
        await lock(tx, from.browser)
        const { asks, emails } = await countSince(tx, ago(linkAsks.withinMinutes * minuteMs), from)
        if (asks >= linkAsks.ofBrowser) return 'too-often'

        const today = await countSince(tx, ago(dayMs), from)
        const mayEmail = emails < linkAsks.emailsToAddress && today.emails < linkAsks.emailsToAddressADay
        const link = person && mayEmail ? newSecret() : undefined
        const values = { ...from, person: person ?? null, link: link ? hashOf(link) : null, has_letter: !!link }
        await tx
          .insertInto('sign_ins')
          .values({ ...values, asked_at: realClock.now() })
          .execute()
        await tx.deleteFrom('sign_ins').where('asked_at', '<', ago(forgetAfterMs)).execute()
        return link ? { link } : {}
      })
    },
    async spend(link, browser) {
      const spent = await db
        .updateTable('sign_ins')
        .set({ link: null })
        .where('link', '=', hashOf(link))
        .where('browser', '=', hashOf(browser))
        .where('asked_at', '>', ago(linkMinutes * minuteMs))
        .returning('person')
        .executeTakeFirst()
      return (spent?.person ?? undefined) as PersonId | undefined
    },
    async begin(person) {
      const secret = newSecret()
      const endsAt = new Date(realClock.now().getTime() + sessionHours * hourMs)
      await db.deleteFrom('sessions').where('ends_at', '<=', ago(rememberedMs)).execute()
      const begun = await db
        .insertInto('sessions')
        .columns(['secret', 'person', 'account_since', 'ends_at'])
        .expression((eb) =>
          eb
            .selectFrom('accounts')
            .select([
              sql<Buffer>`${hashOf(secret)}::bytea`.as('secret'),
              'person',
              'linked_at',
              sql<Date>`${endsAt}::timestamptz`.as('ends_at'),
            ])
            .where('platform', '=', 'web')
            .where('workspace', '=', 'web')
            .where('account_user', '=', person)
            .where('person', '=', person)
            .where('removed_at', 'is', null),
        )
        .returning('person')
        .executeTakeFirst()
      return begun && secret
    },
    async personOf(session) {
      const row = await ofSession(db, session).where('ends_at', '>', realClock.now()).executeTakeFirst()
      return row?.person as PersonId | undefined
    },
    async lapsedOf(session) {
      const row = await ofSession(db, session)
        .where('ends_at', '<=', realClock.now())
        .where('ends_at', '>', ago(rememberedMs))
        .executeTakeFirst()
      return row?.person as PersonId | undefined
    },
    async end(session) {
      await db.deleteFrom('sessions').where('secret', '=', hashOf(session)).execute()
    },
  }
}

const ofSession = (db: Db, session: string) =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_user', 'sessions.person')
    .select('sessions.person')
    .where('sessions.secret', '=', hashOf(session))
    .where('platform', '=', 'web')
    .where('workspace', '=', 'web')
    .whereRef('accounts.person', '=', 'sessions.person')
    .where('removed_at', 'is', null)
    .whereRef('linked_at', '=', 'account_since')

const newSecret = () => randomBytes(32).toString('base64url')
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Many asks at the same moment are counted one after the other. */
const lock = (tx: Db, key: Buffer) =>
  sql`select pg_advisory_xact_lock(${key.readBigInt64BE().toString()}::bigint)`.execute(tx)

async function countSince(tx: Db, since: Date, { browser, address }: { browser: Buffer; address: Buffer }) {
  const counted = await tx
    .selectFrom('sign_ins')
    .select((eb) => [
      eb.fn.countAll<string>().filterWhere('browser', '=', browser).as('asks'),
      eb.fn.countAll<string>().filterWhere('address', '=', address).filterWhere('has_letter', '=', true).as('emails'),
    ])
    .where((eb) => eb.or([eb('browser', '=', browser), eb('address', '=', address)]))
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  return { asks: Number(counted.asks), emails: Number(counted.emails) }
}
