/** The same draws for the same seed, so that an invented return can be invented again. */

export type Draws = {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly oneOf: <One>(choices: readonly [One, ...One[]]) => One
}

export function seededDraws(seed: number): Draws {
  let state = seed >>> 0
  // mulberry32: small, and even enough for invented lives
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return { between, oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0] }
}
