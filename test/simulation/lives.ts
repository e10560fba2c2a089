/** Many lives on one database, one after the other; some are lived twice, and must be the same byte for byte. */
import type { Coverage } from './coverage.ts'
import { live, type Life } from './life.ts'
import { openQuickly } from '../support/quick-database.ts'

export type Lived = { readonly seed: number; readonly faults: readonly string[]; readonly coverage: Coverage }

/** Of so many lives, one is lived twice. */
const twiceIn = 25

export async function liveAll(url: string, seeds: readonly number[], told: (life: Lived) => void): Promise<void> {
  const { db, close } = openQuickly(url)
  try {
    for (const [count, seed] of seeds.entries()) {
      const life = await lived(() => live(db, seed), seed)
      const again = count % twiceIn === 0 ? await lived(() => live(db, seed), seed) : life
      const same = again.hash === life.hash ? [] : [`the same seed gave another life: ${firstDifference(life, again)}`]
      told({ seed, faults: [...life.faults, ...same], coverage: life.coverage })
    }
  } finally {
    await close()
  }
}

async function lived(life: () => Promise<Life>, seed: number): Promise<Life> {
  try {
    return await life()
  } catch (error) {
    return {
      seed,
      faults: [`it ended in an error: ${String((error as Error).stack)}`],
      trace: '',
      hash: '',
      coverage: {},
    }
  }
}

export function firstDifference({ trace: one }: Life, { trace: other }: Life): string {
  const [ones, others] = [one.split('\n'), other.split('\n')]
  const longer = ones.length > others.length ? ones : others
  const place = longer.findIndex((_, at) => ones[at] !== others[at])
  return `line ${place + 1}: ${ones[place] ?? ''} / ${others[place] ?? ''}`
}
