/** What can be said of parents and child, and of the right to share, when a case is confirmed. Stored for years: it only ever grows. */
import { z } from 'zod'

/** `told` and `will-be-told`; each other one is a reason why not. `not-told` and `not-safe` need words as well. */
const knowing = ['told', 'will-be-told', 'not-told', 'not-safe', 'not-found'] as const

export const ParentsTold = z.enum([...knowing, 'no-parent'])
export type ParentsTold = z.infer<typeof ParentsTold>

export const ChildTold = z.enum([...knowing, 'too-young'])
export type ChildTold = z.infer<typeof ChildTold>

/** The parts of UK GDPR, article 6(1), that an agency can rely on here. */
export const Basis = z.enum(['public-task', 'legal-duty', 'vital-interests', 'consent'])
export type Basis = z.infer<typeof Basis>
