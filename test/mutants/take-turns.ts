/** Which entries of a plan are still wanted, after what became of those before: pure, so it can be tested. */
import type { Entry } from './runner.ts'

export function takeTurns() {
  const noticed = new Set<string>()
  /** Few tests that were green without a mutant, up to the one that went red with it. */
  const proven = new Set<string>()
  let doubted: { readonly mutant: string; readonly red: string } | undefined
  let isAllWanted = false

  return {
    isWanted(entry: Entry): boolean {
      const { mutant, after } = entry
      if (after === undefined) [doubted, isAllWanted] = [undefined, false]
      if (mutant === undefined) return true
      if (after === 'check') return doubted?.mutant === mutant && !proven.has(proofOf(entry, doubted.red))
      if (after === 'all') return isAllWanted && !noticed.has(mutant)
      return !noticed.has(mutant)
    },
    /** Green in a check, it is all that the check asked. */
    isProof: ({ after }: Entry, test: string): boolean => after === 'check' && test === doubted?.red,
    /** `red`: the first test that went red. */
    judge(entry: Entry, red: string | undefined): void {
      const { mutant, only, after } = entry
      if (mutant === undefined) return
      if (after !== 'check') {
        if (red !== undefined) noticed.add(mutant)
        if (red !== undefined && only) doubted = { mutant, red }
      } else if (red !== undefined) {
        isAllWanted = true
        noticed.delete(mutant)
      } else if (doubted) proven.add(proofOf(entry, doubted.red))
    },
  }
}

const proofOf = ({ test, only }: Entry, red: string): string => JSON.stringify([test, only, red])
