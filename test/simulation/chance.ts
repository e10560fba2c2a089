/** Everything that is left to chance in a life, from one number: the same number gives the same choices. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Chance = {
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number
  /** So many times in a hundred. */
  percent(often: number): boolean
  /** One of them; throws where there is none. */
  oneOf<One>(list: readonly One[]): One
  uuid(): string
}

export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const between = (least: number, most: number): number => uniformInt(generator, least, most)
  const hex = (digits: number): string => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  return {
    between,
    percent: (often) => between(1, 100) <= often,
    oneOf<One>(list: readonly One[]): One {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new Error('there is nothing to choose from')
      return found
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
