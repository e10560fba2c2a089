/** A demonstration that several processes start at once, on one empty database: one of them fills it, and all of them serve. */
import { expect, it } from 'vitest'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { freshDatabase } from '../support/database.ts'
import { startProduct } from '../support/product.ts'

it('is filled once, and none of them ends', { timeout: 120_000 }, async () => {
  const database = await freshDatabase()
  const settings = { DATABASE_URL: database.url, SECRET_KEY: '5e'.repeat(32) }
  const products = await Promise.allSettled(Array.from({ length: 4 }, () => startProduct(settings)))
  const { db, close } = openDatabase(database.url, 1)
  const { children } = await db
    .selectFrom('children')
    .select(({ fn }) => fn.countAll().as('children'))
    .executeTakeFirstOrThrow()
  await close()
  for (const one of products) if (one.status === 'fulfilled') await one.value.tearDown()
  await database.drop()

  expect(products.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([])
  expect(Number(children)).toBe(24)
})
