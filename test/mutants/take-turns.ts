/** Which entries of a plan are still wanted, after what became of those before: pure, so it can be tested. */
import type { Entry } from './runner.ts'

/** After so many, a file's tests are taken to need nothing of those before them; one that does is checked every time. */
const enoughProofs = 3

export function takeTurns() {
  const noticed = new Set<string>()
  /** Of a file: how often a few of its tests were green by themselves, up to the one that went red with a mutant. */
  const proofs = new Map<string, number>()
  const standsAlone = ({ test }: Entry): boolean => (proofs.get(test) ?? 0) >= enoughProofs
  let doubted: { readonly mutant: string; readonly red: string } | undefined
  let isAllWanted = false

  return {
    isWanted(entry: Entry): boolean {
      const { mutant, after } = entry
      if (after === undefined) [doubted, isAllWanted] = [undefined, false]
      if (mutant === undefined) return true
      if (after === 'check') return doubted?.mutant === mutant && !standsAlone(entry)
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
        proofs.set(entry.test, -Infinity)
      } else proofs.set(entry.test, (proofs.get(entry.test) ?? 0) + 1)
    },
  }
}
