/** The demonstration in this process, so that its partnership can change under it as a new version would. */
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { loadConfig } from '../../bin/config/load-config.ts'
import { compose, type Product } from '../../bin/wiring/compose.ts'
import { inventChildren } from '../../bin/wiring/invent-children.ts'
import { closed, listening } from '../../bin/wiring/listening.ts'
import { openResources } from '../../bin/wiring/open-resources.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { freePort } from '../../doors/free-port.ts'
import { scratchFolder } from '../../test/support/scratch.ts'
import { silentLog } from '../../test/support/silent-log.ts'

export async function startChangingProduct(clock: string) {
  const folder = scratchFolder('pictures')
  const port = await freePort()
  const settings = { PORT: String(port), DATA_DIR: join(folder, 'data'), DEMO_CLOCK: clock }
  const { world, close } = await openResources(await loadConfig(settings), silentLog)
  let product: Product = await compose(world)
  await inventChildren(world)
  const server = createServer((request, response) => product.listener(request, response))
  await listening(server, port, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}`,
    /** As though it were applied and taken up. */
    async changes(change: (partnership: Partnership) => Partnership): Promise<void> {
      const changed = change(world.partnership())
      await product.drain()
      product = await compose({ ...world, partnership: () => changed })
    },
    async tearDown(): Promise<void> {
      await closed(server)
      await product.drain()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
