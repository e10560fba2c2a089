/** The authority's identifier of a child, as people and files write it. */

import { pasted, withoutSignsAround } from '../display/pasted.ts'

/** The kind of keyed hash by which an identifier is matched. */
export const identifierKind = 'child-identifier'

/** Characters, without spaces: longer than any authority's own, and as long as a UUID. */
export const longestIdentifier = 36

/** Characters of a unique pupil number. */
export const longestUpn = 13

const plausible = /^[A-Z0-9][A-Z0-9/_.-]*$/

/** `Child ID: LK104`, as it stands in a record, `#LK104`, and `LK104 (foster placement)`. */
const label = /^(?:[\p{L} .'()/-]{2,40}(?::|#|=)|#)\s*/u
/** Words alone, which no authority puts into an identifier. */
const labelWords =
  /^(?:(?:nhs|upn|council|child|client|person|pupil|record|reference|ref|identifier|id|number|no|nr)(?:'s)?[.\s]+)+/i
const remark = /(?<=\S)\s*\([^()]*\)$/

/** The same for the same child, in any case and with any spaces; undefined if no authority would use such an identifier. */
export const normalIdentifier = (written: string): string | undefined => identifiersMeant(written)[0]

/** What may be meant, the likeliest first: as it was written, and taken out of what stands around it. */
export function identifiersMeant(written: string): readonly string[] {
  const alone = pasted(written).replace(label, '').replace(labelWords, '')
  const inside = withoutSignsAround(alone.replace(remark, ''))
  const meant = [written, inside].map((one) => one.replace(/\s/g, '').toUpperCase())
  return [...new Set(meant)].filter((one) => one.length <= longestIdentifier && plausible.test(one))
}
