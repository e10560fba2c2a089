/**
 * What of who a child is goes to which agency: one table, by kind of agency. A person who may know the child at all reads name and
 * date of birth; a number goes to those alone who keep their own records by it.
 */
import type { Agency } from '../partnership/partnership.ts'

/** In the order in which they are read. */
export const identityParts = ['name', 'born', 'nhsNumber', 'upn', 'authorityIdentifier'] as const
export type IdentityPart = (typeof identityParts)[number]

/**
 * `authority`: the one that has the care of the child, whatever its kind; another social care agency is not. `danger`: who
 * was told that a child is at risk has to be able to say which child, no matter whom they work for.
 */
export type ToldAs = 'authority' | Agency['kind'] | 'danger'

const everybody = ['name', 'born'] as const

export const identityFor = {
  authority: [...everybody, 'authorityIdentifier'],
  'social-care': everybody,
  health: [...everybody, 'nhsNumber'],
  police: everybody,
  education: [...everybody, 'upn'],
  housing: everybody,
  voluntary: everybody,
  probation: everybody,
  danger: [...everybody, 'authorityIdentifier'],
} as const satisfies Record<ToldAs, readonly IdentityPart[]>
