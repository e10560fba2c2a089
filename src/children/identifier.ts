/** The authority's identifier of a child, as people and files write it. */

/** The kind of keyed hash by which an identifier is matched. */
export const identifierKind = 'child-identifier'

const plausible = /^[A-Z0-9][A-Z0-9/_.-]{0,35}$/

/** The same for the same child, in any case and with any spaces; undefined if no authority would use such an identifier. */
export function normalIdentifier(written: string): string | undefined {
  const identifier = written.replace(/\s/g, '').toUpperCase()
  return plausible.test(identifier) ? identifier : undefined
}
