/** The whole product, with Microsoft Graph in its settings. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { openQuickly } from '../support/quick-database.ts'
import { compose } from '../../bin/wiring/compose.ts'
import { readConfig } from '../../bin/config/config.ts'
import { startBot } from '../support/bot.ts'
import { startGraph } from '../support/graph.ts'
import { silentLog } from '../support/silent-log.ts'
import { convened } from '../support/stages.ts'

it('has an online meeting made for whatever meeting has a time and no link', { timeout: 30_000 }, async () => {
  const bot = await startBot()
  const graph = await startGraph()
  const { tenantId, clientId, clientSecret, organiser, apiUrl, loginUrl } = graph.config
  const read = readConfig({
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: clientId,
    GRAPH_CLIENT_SECRET: clientSecret,
    GRAPH_ORGANISER: organiser,
    GRAPH_API_URL: apiUrl,
    GRAPH_LOGIN_URL: loginUrl,
  })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const { meeting } = await convened(bot)

  const opened = openQuickly(bot.url, 6)
  const product = await compose({
    config: read.config,
    log: silentLog,
    partnership: () => bot.partnership,
    unreadableVersion: () => undefined,
    opened,
    databaseUrl: bot.url,
    secretKey: '5e'.repeat(32),
    clock: bot.clock,
  })
  onTestFinished(async () => {
    await product.drain()
    await opened.close()
    await graph.close()
    await bot.close()
  })

  await vi.waitFor(async () => expect(await bot.last('meeting-link-made')).toMatchObject({ meeting }), {
    timeout: 20_000,
  })
  expect([...graph.made.keys()]).toEqual([meeting])
})
