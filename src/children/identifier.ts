/** The authority's identifier of a child, as people and files write it. */

/** The kind of keyed hash by which an identifier is matched. */
export const identifierKind = 'child-identifier'

/** Characters, without spaces: longer than any authority's own, and as long as a UUID. */
export const longestIdentifier = 36

/** Characters of a unique pupil number. */
export const longestUpn = 13

const plausible = /^[A-Z0-9][A-Z0-9/_.-]*$/

/** The same for the same child, in any case and with any spaces; undefined if no authority would use such an identifier. */
export function normalIdentifier(written: string): string | undefined {
  const identifier = written.replace(/\s/g, '').toUpperCase()
  return identifier.length <= longestIdentifier && plausible.test(identifier) ? identifier : undefined
}
