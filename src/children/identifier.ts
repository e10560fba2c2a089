/** The authority's identifier as people write it: the same child whatever the case and the spaces. */
import { Typed } from '../display/typed.ts'

/** The kind of keyed hash by which an identifier is matched. */
export const identifierKind = 'child-identifier'

const plausible = /^[A-Z0-9][A-Z0-9/_.-]{0,35}$/

/** In the one form that is hashed; undefined where no authority would call a child so. */
export function readIdentifier(written: string): Typed | undefined {
  const identifier = written.replaceAll(/\s/g, '').toUpperCase()
  return plausible.test(identifier) ? new Typed(identifier) : undefined
}
