/** Fills a new demonstration with invented children, through the same door as a real return. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { anyChild } from '../../adapters/postgres/rooms/children.ts'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { dayOf } from '../../src/calendar/london.ts'
import type { Resources } from './resources.ts'
import { importReturn } from './import-return.ts'

/** Addresses of the demonstration's partnership. */
export const demonstrationStaff = { socialWorker: 'social.worker@demo.example', iro: 'iro@demo.example' }

const [pollMs, patienceMs] = [250, 60_000]

/** Where several start at once, one of them fills it, and the others wait until it has. */
export async function inventChildren(world: Resources): Promise<void> {
  for (let waitedMs = 0; !(await anyChild(world.opened.db)); waitedMs += pollMs) {
    const imported = await importInvented(world)
    if (!('problem' in imported)) {
      world.log.info('demonstration-ready', { children: imported.merged.children.read })
      return
    }
    if (!imported.isBusy || waitedMs >= patienceMs)
      throw new Error(`the invented children could not be imported: ${imported.problem}`)
    await pause(pollMs)
  }
}

async function importInvented(world: Resources): ReturnType<typeof importReturn> {
  const asOf = dayOf(world.clock.now())
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-invented-'))
  try {
    const files = Object.entries(inventReturn({ seed: 1, children: 24, asOf, ...demonstrationStaff }))
    for (const [name, words] of files) await writeFile(join(folder, name), words)
    const progressed = () => undefined
    return await importReturn(world, { folder, asOf, dryRun: false, invented: true, progressed })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
