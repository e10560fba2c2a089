import pg from 'pg'
import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'

it('gives every suite an empty database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  await asked(one.url, 'create table only_here ()')

  expect(await asked(other.url, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])

  await Promise.all([one.drop(), other.drop()])
  await expect(asked(one.url, 'select')).rejects.toThrow('does not exist')
})

async function asked(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}
