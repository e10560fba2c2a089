import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { hashedAnew, leftAlone, sealedUnder, wrappedKeys } from '../../adapters/postgres/keys/sealed-columns.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { openValues, sealValues } from '../support/sealed-values.ts'

let database: TestDatabase
let opened: Opened
beforeAll(async () => {
  database = await freshDatabase()
  opened = openDatabase(database.url)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

const listed = [
  ...wrappedKeys.map(({ table }) => `${table}.key`),
  ...Object.keys(sealedUnder),
  ...hashedAnew,
  ...Object.keys(leftAlone),
]

it('every column of bytes or of a hash is exchanged, or there is a reason why not', async () => {
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'public' and (data_type = 'bytea' or column_name = 'hash' or column_name like '%\\_hash')
    order by place`.execute(opened.db)

  expect(rows.map(({ place }) => place)).toEqual(listed.toSorted())
  expect(new Set(listed).size).toBe(listed.length)
})

it('every wrapped key is found by the primary key of its table', async () => {
  for (const { table, id, type } of wrappedKeys) {
    const { rows } = await sql<{ column_name: string; data_type: string }>`
      select column_name, data_type from information_schema.columns
      join information_schema.key_column_usage using (table_schema, table_name, column_name)
      join information_schema.table_constraints using (table_schema, table_name, constraint_name)
      where table_name = ${table} and constraint_type = 'PRIMARY KEY'`.execute(opened.db)
    expect(rows).toEqual([{ column_name: id, data_type: type }])
  }
})

it('the tests of an exchange seal a value in every sealed column', async () => {
  const vault = createVault('5e'.repeat(32))
  await sealValues(opened.db, vault, { children: 2, cases: 1 })

  const values = await openValues(opened.db, vault)

  expect([...values.keys()]).toEqual(Object.keys(sealedUnder))
  for (const [place, words] of values) expect([place, words.length]).not.toEqual([place, 0])
})
