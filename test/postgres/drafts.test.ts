import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createDrafts, forgettingDrafts } from '../../adapters/postgres/drafts.ts'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { filled } from '../../src/display/form.ts'
import { PersonId } from '../../src/ids.ts'
import type { Drafts } from '../../src/ports/drafts.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { manualClock } from '../support/manual-clock.ts'

let database: TestDatabase
let opened: Opened
let drafts: Drafts
let clock: ReturnType<typeof manualClock>
beforeAll(async () => {
  database = await freshDatabase()
  opened = openDatabase(database.url)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})
beforeEach(async () => {
  clock = manualClock('2026-09-07T09:00:00Z')
  drafts = createDrafts(opened.db, { clock, seals: sealsOf(createVault('5e'.repeat(32))) })
  await opened.db.deleteFrom('drafts').execute()
})

const hourMs = 3_600_000
const [mine, yours] = [PersonId.parse('iro'), PersonId.parse('chair')]
const of = (person: PersonId, form = 'set-away') => ({ person, form })
const words = (...given: string[]) => ({ ask: { ask: 'set-away' as const }, values: { why: filled(...given) } })
const found = async (person: PersonId, form?: string) =>
  (await drafts.find(of(person, form)))?.values['why']?.map((typed) => typed.reveal())
const rows = () => opened.db.selectFrom('drafts').selectAll().execute()

it('is found by its person and form alone, the newest words of it, and lies there sealed', async () => {
  await drafts.keep(of(mine), words('Zebedee'))
  await drafts.keep(of(mine), words('Zebedee sleeps badly', 'and more'))

  expect(await found(mine)).toEqual(['Zebedee sleeps badly', 'and more'])
  expect([await found(yours), await found(mine, 'other')]).toEqual([undefined, undefined])
  const kept = await rows()
  expect(kept).toHaveLength(1)
  expect(Object.values(kept[0] ?? {}).join()).not.toContain('Zebedee')
})

it('is not found after a day, and is thrown away then', async () => {
  await drafts.keep(of(mine), words('Zebedee'))
  clock.pass(24 * hourMs - 1)
  expect(await found(mine)).toBeDefined()
  clock.pass(1)
  expect(await found(mine)).toBeUndefined()

  const forget = forgettingDrafts(opened.db)
  await forget(new Date(clock.now().getTime() - 24 * hourMs - 1))
  expect(await rows()).toHaveLength(1)
  await forget(new Date(clock.now().getTime() - 24 * hourMs))
  expect(await rows()).toEqual([])
})

it('is forgotten by form, or all of a person', async () => {
  for (const person of [mine, yours])
    for (const form of ['one', 'two']) await drafts.keep(of(person, form), words(form))

  await drafts.forget(of(mine, 'one'))
  expect([await found(mine, 'one'), await found(mine, 'two')]).toEqual([undefined, ['two']])
  await drafts.forgetAllOf(mine)
  expect((await rows()).map(({ person }) => person)).toEqual([yours, yours])
})

it('keeps the newest twenty of a person', async () => {
  await drafts.keep(of(yours), words('yours'))
  for (let n = 0; n < 21; n++) {
    await drafts.keep(of(mine, `form ${n}`), words(String(n)))
    clock.pass(1000)
  }
  expect([await found(mine, 'form 0'), await found(mine, 'form 1')]).toEqual([undefined, ['1']])
  expect(await found(yours)).toEqual(['yours'])
})
