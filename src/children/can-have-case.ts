/** A child in care can have a case; any other where the partnership's file says so of such children. */
import type { Partnership } from '../partnership/partnership.ts'
import type { Child } from './child.ts'

export const canHaveCase = (
  { scope, around }: Pick<Child, 'scope' | 'around'>,
  { alsoFor }: Pick<Partnership, 'alsoFor'>,
): boolean => scope === 'in' || (around !== undefined && alsoFor.includes(around))
