/** A version that was kept, as the partnership that it was read from: nothing of its file is refused a second time. */
import type { Left } from './left.ts'
import { readPartnership, type ReadPartnership } from './read-partnership.ts'

type Kept = { readonly version: number; readonly text: string; readonly left: Left }

/** Said at a start and by `/ready`: nothing else may be put in the place of what was applied. */
export const cannotBeRead = (version: number): string =>
  `Version ${version} of the partnership cannot be read by this program. Start the newer program that applied it.`

export function readVersion(
  { version, text, left }: Kept,
  given: { readonly demonstration?: boolean } = {},
): ReadPartnership {
  const read = readPartnership(text, `version ${version} of the partnership`, given)
  if ('problems' in read) return read
  return { partnership: { ...read.partnership, version, left: left.people, leftAgencies: left.agencies } }
}
