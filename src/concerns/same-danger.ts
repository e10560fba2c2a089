/** Which danger somebody means: each is its own. */
import type { PersonId } from '../ids.ts'
import type { About } from './about-child.ts'
import type { Concern } from './concern.ts'

/**
 * Told again, or said to be reported, by its writer: of the same child, or in the same form of a raising while nobody knew
 * the child. A report about one child never ends the alarm about another.
 */
export const isSameDanger = (concern: Concern, writer: PersonId, about: About): boolean =>
  concern.writer === writer &&
  (concern.child === undefined || about.child === undefined
    ? concern.raising !== undefined && concern.raising === about.raising
    : concern.child === about.child)

type Raised = { readonly id: string; readonly by: PersonId }

/** Told while this case was raised, by one of those who raised it: confirming the case may say that it was reported. */
export const isOfRaisings = (concern: Concern, about: About, raisings: readonly Raised[]): boolean =>
  raisings.some(({ id }) => id === concern.raising) ||
  (concern.case === undefined &&
    concern.child !== undefined &&
    concern.child === about.child &&
    raisings.some(({ by }) => by === concern.writer))
