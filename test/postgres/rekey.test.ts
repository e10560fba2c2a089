import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { accountsStore } from '../../adapters/postgres/accounts/accounts-store.ts'
import { casesStore } from '../../adapters/postgres/rooms/cases.ts'
import { childrenStore } from '../../adapters/postgres/rooms/children.ts'
import { openDatabase, type Db, type Opened } from '../../adapters/postgres/schema/database.ts'
import { opensDatabase, type SecretKey } from '../../adapters/postgres/keys/first-hashing-key.ts'
import { foundByHash, hashingKeysOf } from '../../adapters/postgres/keys/hashing-keys.ts'
import { createRekey } from '../../adapters/postgres/keys/rekey.ts'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { createVault, firstHashingKey } from '../../adapters/vault/vault.ts'
import { importReturn } from '../../bin/wiring/import-return.ts'
import { demonstrationStaff } from '../../bin/wiring/invent-children.ts'
import { asDay } from '../../src/calendar/day.ts'
import { changesIn } from '../../src/children/mass-change.ts'
import { Typed } from '../../src/display/typed.ts'
import { nhsNumberKind } from '../../src/children/given-child.ts'
import { CaseId, PersonId } from '../../src/ids.ts'
import { nothingLeft } from '../../src/ports/rekey.ts'
import { byIdentifier } from '../support/children.ts'
import { demonstration } from '../support/builders.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { identifierOf, openValues, sealValues } from '../support/sealed-values.ts'
import { toRun } from '../support/compiled.ts'

const [first, second, third] = ['0d'.repeat(32), '7e'.repeat(32), '9c'.repeat(32)]
const alone = (key: string): SecretKey => ({ vault: createVault(key), hashingKey: firstHashingKey(key) })

let database: TestDatabase
let opened: Opened
beforeEach(async () => {
  database = await freshDatabase()
  opened = openDatabase(database.url)
  await sealValues(opened.db, createVault(first), { children: 30, cases: 3 })
  expect(await started(first)).toBe(true)
})
afterEach(async () => {
  await opened.close()
  await database.drop()
})

/** What each process does at its start. */
const started = (key: string, ...older: string[]) =>
  opensDatabase(opened.db, createVault(key, older), alone(key), older.map(alone))

const untilItEnds = { progressed: () => undefined, stopped: () => false }
const rekeyTo = (key: string, ...older: string[]) => createRekey(opened, createVault(key, older))

/** Ends as soon as so many rows are exchanged, as after Ctrl-C. */
function upTo(rows: number) {
  let done = 0
  return { progressed: (more: number) => void (done += more), stopped: () => done >= rows }
}

async function everybodyIsFound(key: string, ...older: string[]) {
  const store = childrenStore(opened.db, sealsOf(createVault(key, older)))
  for (let n = 0; n < 30; n++)
    expect((await byIdentifier(store, identifierOf(n)))?.identifier.reveal()).toBe(identifierOf(n))
}

const everything = async () => [
  await opened.db.selectFrom('children').selectAll().orderBy('id').execute(),
  await opened.db.selectFrom('cases').selectAll().orderBy('id').execute(),
  await opened.db.selectFrom('hashing_keys').selectAll().execute(),
]

/** As a press holds its case for a moment: an exchange cannot end meanwhile. */
const whileInUse = <Result>(work: (press: Db, id: string) => Promise<Result>): Promise<Result> =>
  opened.db.transaction().execute(async (press) => {
    const { id } = await press.selectFrom('cases').select('id').limit(1).forUpdate().executeTakeFirstOrThrow()
    return work(press, id)
  })

/** All data keys and all hashes but one: that child, and so the first hashing key, is left. */
async function halfWay() {
  await rekeyTo(second, first).run(untilItEnds)
  const vault = createVault(second, [first])
  const key = vault.newKey()
  await opened.db
    .insertInto('hashing_keys')
    .values({ number: 1, key, sealed: vault.seal(key, firstHashingKey(first)) })
    .execute()
  await opened.db
    .updateTable('children')
    .set({ identifier_hash: createVault(first).keyedHash('child-identifier', identifierOf(3)) })
    .where('identifier_hash', '=', await hashOf(vault, identifierOf(3)))
    .execute()
}

const hashOf = async (vault: ReturnType<typeof createVault>, identifier: string) =>
  (await sealsOf(vault).hashes(opened.db, 'child-identifier', new Typed(identifier)))[0]

describe('an exchange', () => {
  it('finds a child by what somebody confirmed in a case, before and after it', async () => {
    const { id, child } = await opened.db.selectFrom('cases').select(['id', 'child']).limit(1).executeTakeFirstOrThrow()
    const cases = casesStore(opened.db, sealsOf(createVault(first)), realClock.now())
    const who = { name: new Typed('Kayleigh Marsden'), nhsNumber: new Typed('943 476 5919') }
    await cases.saveIdentity(CaseId.parse(id), who)
    const foundWith = async (key: string) =>
      (
        await childrenStore(opened.db, sealsOf(createVault(key))).childrenFoundBy(
          nhsNumberKind,
          new Typed('9434765919'),
        )
      ).map((one) => one.id)
    expect(await foundWith(first)).toEqual([child])
    expect(await rekeyTo(second, first).count()).toMatchObject({ hashedLeft: 31 })

    await rekeyTo(second, first).run(untilItEnds)

    expect(await foundWith(second)).toEqual([child])
    expect(await rekeyTo(second).count()).toMatchObject({ hashed: 30, hashedLeft: 0 })
  })

  it('leaves everything readable with the new key alone, and nothing with the old one', async () => {
    const before = await openValues(opened.db, createVault(first))
    const rekey = rekeyTo(second, first)
    expect(await rekey.count()).toMatchObject({ keys: 0, keysLeft: 46, hashed: 0, hashedLeft: 30 })

    expect(await rekey.run(untilItEnds)).toBe('ran')

    expect(await rekey.count()).toMatchObject({ keys: 46, keysLeft: 0, hashed: 30, hashedLeft: 0 })
    expect(await openValues(opened.db, createVault(second))).toEqual(before)
    await expect(openValues(opened.db, createVault(first))).rejects.toThrow('cannot be opened')
    await everybodyIsFound(second)
    expect([await started(second), await started(first), await started(third)]).toEqual([true, false, false])
  })

  it('has other hashes afterwards, which do not follow from either secret key', async () => {
    const old = createVault(first).keyedHash('child-identifier', identifierOf(1))
    await rekeyTo(second, first).run(untilItEnds)

    const hashes = await opened.db.selectFrom('children').select(['identifier_hash', 'identity_hash']).execute()
    const all = hashes.flatMap((row) => [row.identifier_hash, row.identity_hash])
    expect(all.filter((hash) => !hash.startsWith('2:'))).toEqual([])
    expect(all).not.toContain(`2:${old}`)
    expect(all).not.toContain(`2:${createVault(second).keyedHash('child-identifier', identifierOf(1))}`)
  })

  it('goes on wherever it was stopped, and everybody is found all the while', async () => {
    let runs = 0
    for (const rekey = rekeyTo(second, first); !nothingLeft(await rekey.count()); runs++) {
      await rekey.run(upTo(1))
      await everybodyIsFound(second, first)
      await everybodyIsFound(first, second)
    }

    expect(runs).toBeGreaterThan(3)
    await everybodyIsFound(second)
  })

  it('that was stopped is finished by the next one, under a third key', async () => {
    const before = await openValues(opened.db, createVault(first))
    await rekeyTo(second, first).run(upTo(40))
    expect(await started(third, second)).toBe(false)

    const rekey = rekeyTo(third, second, first)
    await rekey.run(untilItEnds)

    expect(nothingLeft(await rekey.count())).toBe(true)
    expect(await openValues(opened.db, createVault(third))).toEqual(before)
    await everybodyIsFound(third)
  })

  it('can be taken back half-way', async () => {
    await halfWay()
    const rekey = rekeyTo(first, second)

    await rekey.run(untilItEnds)

    expect(nothingLeft(await rekey.count())).toBe(true)
    await everybodyIsFound(first)
  })

  it('is waited for by no press, and waits for none: a row that is in use comes later', async () => {
    const rekey = rekeyTo(second, first)
    const running = await whileInUse(async (press, id) => {
      const running = rekey.run(untilItEnds)
      await expect.poll(async () => (await rekey.count()).keysLeft).toBe(14)
      await press.updateTable('cases').set({ chair: 'chair' }).where('id', '=', id).execute()
      return { running }
    })

    expect(await running.running).toBe('ran')
    expect(nothingLeft(await rekey.count())).toBe(true)
  })

  it('that lacks a key says how many it cannot open', async () => {
    await rekeyTo(second, first).run(upTo(31))

    expect(await rekeyTo(second).count()).toMatchObject({ keysLeft: 13, unopened: 13 })
    expect(await rekeyTo(third).count()).toMatchObject({ keys: 0, keysLeft: 46, unopened: 46 })
  })

  it('throws away what a crashed import left, and removes codes that nobody can find any longer', async () => {
    const { db } = opened
    const codes = accountsStore(db, sealsOf(createVault(second, [first])), new Date('2026-09-07T09:30:00Z'))
    await codes.saveLinkCode(PersonId.parse('iro'), new Typed('ABCD'), new Date('2026-09-07T09:40:00Z'))
    expect(await codes.personOfLinkCode(new Typed('abcd'))).toBe('iro')
    await sql`insert into staged_children select gen_random_uuid(), 1, 1, identifier_hash, identity_hash, key, identity, false from children`.execute(
      db,
    )

    await rekeyTo(second, first).run(untilItEnds)

    expect(await db.selectFrom('staged_children').select('child').execute()).toEqual([])
    expect(await db.selectFrom('link_codes').select('person').execute()).toEqual([])
    await codes.saveLinkCode(PersonId.parse('iro'), new Typed('ABCD'), new Date('2026-09-07T09:40:00Z'))
    expect(await codes.spendLinkCode(PersonId.parse('iro'), new Typed('abcd'))).toBe(true)
  })

  it('does not end over a child that is damaged or there twice, and loses neither', async () => {
    const { db } = opened
    const vault = createVault(first)
    const [damaged, doubled] = await db.selectFrom('children').selectAll().orderBy('id').limit(2).execute()
    if (!damaged || !doubled) throw new Error('no children')
    await db
      .updateTable('children')
      .set({ identity: Buffer.from('?') })
      .where('id', '=', damaged.id)
      .execute()
    const twin = { ...doubled, id: 'ffffffff-0000-4000-8000-000000000000', ref: 'TWIN', identifier_hash: 'other' }
    await db.insertInto('children').values(twin).execute()
    const rekey = rekeyTo(second, first)

    await rekey.run(untilItEnds)

    expect(await rekey.count()).toMatchObject({ keysLeft: 1, unopened: 0, hashed: 29, hashedLeft: 2 })
    expect((await hashingKeysOf(db, createVault(second, [first]))).map(({ number }) => number)).toEqual([2, 1])
    const { identity, key } = await db
      .selectFrom('children')
      .selectAll()
      .where('id', '=', twin.id)
      .executeTakeFirstOrThrow()
    expect(createVault(second).open(key, identity)).toBe(vault.open(doubled.key, doubled.identity))
  }, 60_000)
})

describe('an import in the middle', () => {
  const world = (key: string, ...older: string[]) => ({
    ...{ opened, partnership: () => demonstration, clock: realClock, secretKey: key, oldSecretKeys: older },
  })
  const asOf = asDay('2026-03-31')
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-rekey-'))
    for (const [name, words] of Object.entries(inventReturn({ seed: 1, children: 12, asOf, ...demonstrationStaff })))
      await writeFile(join(folder, name), words)
    return () => rm(folder, { recursive: true })
  })
  const importInto = async (of: ReturnType<typeof world>) => {
    const asked = { folder, asOf, progressed: () => undefined }
    const dry = await importReturn(of, { ...asked, dryRun: true })
    const acceptChanges = 'problem' in dry ? 0 : changesIn(dry.merged.changes)
    const report = await importReturn(of, { ...asked, dryRun: false, acceptChanges })
    return 'problem' in report ? report.problem : report.merged.children
  }
  const count = async () => (await opened.db.selectFrom('children').select('id').execute()).length

  it('finds the children whom it knows after an exchange, by their new hashes', async () => {
    expect(await importInto(world(first))).toMatchObject({ new: 12 })
    await rekeyTo(second, first).run(untilItEnds)

    expect(await importInto(world(second))).toMatchObject({ new: 0, unchanged: 12 })
    expect(await count()).toBe(42)
  })

  it('is refused with a sentence while an exchange is not finished', async () => {
    await importInto(world(first))
    await halfWay()
    const before = await everything()

    expect(await importInto(world(second, first))).toMatch(
      /^An exchange of the secret key was begun and not finished\./,
    )
    expect(await everything()).toEqual(before)
    await rekeyTo(second, first).run(untilItEnds)
    expect(await importInto(world(second))).toMatchObject({ new: 0, unchanged: 12 })
  })

  it('and an exchange do not run at once', async () => {
    const staging = await createStaging(opened.pool).open(realClock.now(), asOf)
    if (staging === 'busy') throw new Error('busy')
    const before = await everything()
    expect(await rekeyTo(second, first).run(untilItEnds)).toBe('busy')
    expect(await everything()).toEqual(before)
    await staging.close()

    const running = await whileInUse(async () => {
      const running = rekeyTo(second, first).run(untilItEnds)
      await expect.poll(async () => (await rekeyTo(second, first).count()).keysLeft).toBe(14)
      expect(await importInto(world(second, first))).toBe(
        'Another import is running, or an exchange of the secret key.',
      )
      return { running }
    })
    expect(await running.running).toBe('ran')
  })

  it('that staged before the exchange and lost its connection merges nothing: no child becomes two', async () => {
    await importInto(world(first))
    const staged = '3f0a4a52-58a5-4d4b-9a2b-6f6d4c1e2a10'
    await rekeyTo(second, first).run(untilItEnds)
    await sql`insert into staged_returns values (${staged}, now(), '2026-03-31', '{}')`.execute(opened.db)
    const hash = createVault(first).keyedHash('child-identifier', 'X1')
    await sql`insert into staged_children values (${staged}, 0, 2, ${hash}, ${hash}, 'x', 'x', false)`.execute(
      opened.db,
    )

    const stagedReturn = await createMergeStore(opened.db, sealsOf(createVault(second))).transact(
      { at: realClock.now() },
      (tx) => tx.stagedReturn(staged),
    )

    expect(stagedReturn).toBeUndefined()
  })
})

describe('a look-up', () => {
  it('between whose two steps the child was hashed again looks once more', async () => {
    let steps = 0
    const found = await foundByHash(
      () => Promise.resolve(steps === 0 ? ['a'] : ['b', 'a']),
      (hashes) => Promise.resolve(steps++ > 0 && hashes.includes('b') ? 'the child' : undefined),
    )

    expect([found, steps]).toEqual(['the child', 2])
  })

  it('that finds nobody under any key ends', async () => {
    let looks = 0
    const find = (): Promise<string | undefined> => {
      looks += 1
      return Promise.resolve(undefined)
    }

    expect(await foundByHash(() => Promise.resolve(['b', 'a']), find)).toBeUndefined()
    expect(looks).toBe(1)
  })
})

describe('a process', () => {
  const rekey = (env: Record<string, string>, ...args: string[]) =>
    promisify(execFile)(process.execPath, [...toRun('bin/programs/rekey.ts'), ...args], {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url, ...env },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    )

  it('whose secret key opens nothing does not start, says how much it cannot open, and changes nothing', async () => {
    const before = await everything()

    expect(await rekey({ SECRET_KEY: third })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^SECRET_KEY: 46 of 46 keys .* Nothing was changed\.\n$/) as string,
    })
    expect(await everything()).toEqual(before)
  })

  it('on a database from before hashing keys were kept hashes on with the key that it was hashed with', async () => {
    await opened.db.deleteFrom('hashing_keys').execute()
    expect(await started(third)).toBe(false)
    expect(await started(second, third, first)).toBe(true)
    await everybodyIsFound(second, third, first)

    const rekey = rekeyTo(second, first)
    expect(await rekey.count()).toMatchObject({ hashed: 0, hashedLeft: 30 })
    await rekey.run(untilItEnds)
    await everybodyIsFound(second)
  })

  it('on an empty database begins with its own', async () => {
    const empty = await freshDatabase()
    const { db, close } = openDatabase(empty.url)
    const starting = (key: string) => opensDatabase(db, createVault(key), alone(key), [])

    expect([await starting(second), await starting(second), await starting(first)]).toEqual([true, true, false])
    expect(await hashingKeysOf(db, createVault(second))).toEqual([{ number: 1, hex: firstHashingKey(second) }])
    await close()
    await empty.drop()
  })
})
