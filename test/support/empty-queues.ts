/** Empties the queue behind the back of everybody who uses it. */
import { Redis } from 'ioredis'
import pg from 'pg'

export async function emptyQueues({ redisUrl, databaseUrl }: { redisUrl?: string; databaseUrl: string }) {
  if (redisUrl) {
    const redis = new Redis(redisUrl)
    await redis.flushall()
    redis.disconnect()
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'bullmq' and tablename <> 'migration'`,
  )
  if (rows.length > 0) await insisting(() => client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`))
  await client.end()
}

/** A process that works on the queue meanwhile may hold what we wait for, and wait for what we hold. */
async function insisting(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock) throw error
    }
  }
}

const deadlock = '40P01'
