/** What people call a child or a case aloud, such as `K7M-2QD`. */
import { unmistakableCode } from '../display/unmistakable-code.ts'

/** From a random id (UUID), and from nothing else: a reference says nothing of whom it names. */
export function referenceFrom(randomId: string): string {
  const signs = unmistakableCode(randomId, 6)
  return `${signs.slice(0, 3)}-${signs.slice(3)}`
}
