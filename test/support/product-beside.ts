/** The product on a database of the one cluster that all tests share: for whatever is not about its own PostgreSQL. */
import { freshDatabase } from './database.ts'
import { startProduct, type Product, type Settings } from './product.ts'

export async function startProductBeside(settings: Settings = {}): Promise<Product> {
  const database = await freshDatabase()
  const product = await startProduct({ DATABASE_URL: database.url, ...settings }).catch(async (error: unknown) => {
    await database.drop()
    throw error
  })
  return {
    ...product,
    async tearDown() {
      await product.tearDown()
      await database.drop()
    },
  }
}
