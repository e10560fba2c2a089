/** What a workspace is called where people read it: as the partnership's file names it, else by who works there; never by its id. */
import type { Partnership } from '../partnership/partnership.ts'
import type { Account } from '../ports/accounts.ts'
import { admissions } from './admission.ts'

export function workspaceName(partnership: Partnership, where: Pick<Account, 'platform' | 'workspace'>): string {
  const found = admissions(partnership, where)
  const named = found.find(({ name }) => name !== undefined)?.name
  if (named !== undefined) return named
  const admitted = new Set(found.flatMap(({ agencies }) => agencies))
  const [first, ...others] = partnership.agencies.filter(({ id }) => admitted.has(id)).map(({ name }) => name)
  if (first === undefined) return 'a workspace that no longer takes part'
  if (others.length === 0) return first
  return `${first} and ${others.length} other ${others.length === 1 ? 'agency' : 'agencies'}`
}
