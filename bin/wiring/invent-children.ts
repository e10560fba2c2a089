/** Fills a new demonstration with invented children, through the same door as a real return. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anyChild } from '../../adapters/postgres/rooms/children.ts'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { dayOf } from '../../src/calendar/london.ts'
import type { Resources } from './resources.ts'
import { importReturn } from './import-return.ts'

/** Addresses of the demonstration's partnership. */
export const demonstrationStaff = { socialWorker: 'social.worker@demo.example', iro: 'iro@demo.example' }

export async function inventChildren(world: Resources): Promise<void> {
  if (await anyChild(world.opened.db)) return
  const asOf = dayOf(world.clock.now())
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-invented-'))
  try {
    const files = Object.entries(inventReturn({ seed: 1, children: 24, asOf, ...demonstrationStaff }))
    for (const [name, words] of files) await writeFile(join(folder, name), words)
    const imported = await importReturn(world, {
      folder,
      asOf,
      dryRun: false,
      invented: true,
      progressed: () => undefined,
    })
    if ('problem' in imported) throw new Error(`the invented children could not be imported: ${imported.problem}`)
    world.log.info('demonstration-ready', { children: imported.merged.children.read })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
