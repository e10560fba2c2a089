/** What people call a child aloud, and its case, such as `K7M-2QD`. */
import { unmistakableCode } from '../display/unmistakable-code.ts'

/** From a random id (UUID), and from nothing else: a reference says nothing of whom it names. */
export function referenceFrom(randomId: string): string {
  const characters = unmistakableCode(randomId, 6)
  return `${characters.slice(0, 3)}-${characters.slice(3)}`
}

/** Of the case of a child who had so many before: `K7M-2QD` for the first, then `K7M-2QD-2`. */
export const caseReference = (child: string, casesBefore: number): string =>
  casesBefore === 0 ? child : `${child}-${casesBefore + 1}`
