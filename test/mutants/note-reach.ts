/** What each test of a file reaches, noted while the file runs as it is. */

/** Numbers point into `keys`, which names each mutant once. */
export type FileReach = {
  readonly keys: readonly string[]
  /** When the file is loaded, and in what runs before all of its tests: so each of them depends on it. */
  readonly outside: readonly number[]
  readonly tests: Readonly<Record<string, TestReach>>
}

type TestReach = { readonly ms: number; readonly reached: readonly number[] }

export function noteReach() {
  const keys = new Map<string, number>()
  const outside = new Set<number>()
  const tests: Record<string, { ms: number; reached: Set<number> }> = {}
  let into = outside
  let began = 0
  return {
    reach(key: string): void {
      let number = keys.get(key)
      if (number === undefined) keys.set(key, (number = keys.size))
      into.add(number)
    },
    begin(test: string): void {
      began = performance.now()
      into = (tests[test] ??= { ms: 0, reached: new Set() }).reached // two of the same name are one
    },
    end(test: string): void {
      const noted = tests[test]
      if (noted) noted.ms += Math.round(performance.now() - began)
      into = outside
    },
    read(): FileReach {
      const noted = Object.entries(tests).map(([test, { ms, reached }]) => [test, { ms, reached: [...reached] }])
      return {
        keys: [...keys.keys()],
        outside: [...outside],
        tests: Object.fromEntries(noted) as FileReach['tests'],
      }
    },
  }
}
