/** How often processes are killed and calls fail in a life, and that all of it ends when the life heals. */
import { chanceFrom } from './chance.ts'
import type { Count } from './coverage.ts'
import type { GateFaults, Living } from './gates.ts'

export type Luck = ReturnType<typeof luckFrom>

/** `none`: in a life that only prepares another. */
export function luckFrom(seed: number, count: Count, none = false) {
  const luck = chanceFrom(seed + 1_000_003)
  /** Of a thousand calls, how many end in a kill or a lost connection. */
  const [killing, failing] = [luck.oneOf([0, 0, 4, 12]), luck.oneOf([0, 0, 5, 20])]
  let calm = none
  const strikes = (often: number, what: string): 'before' | 'after' | undefined => {
    if (calm || luck.between(1, 1_000) > often) return undefined
    const when = luck.oneOf(['before', 'after'] as const)
    count('fault', what, when)
    return when
  }
  return {
    calm: () => calm,
    heal: () => void (calm = true),
    faults: (killed: (process: Living) => void): GateFaults => ({
      kills: () => strikes(killing, 'killed'),
      fails: (_, what) =>
        /^(store|outbox|accounts|queue)\./.test(what) ? strikes(failing, 'lost connection') : undefined,
      killed,
    }),
  }
}
