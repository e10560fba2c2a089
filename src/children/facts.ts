/** What is recorded of a child. */
import { z } from 'zod'
import { ChildId, PersonId } from '../ids.ts'

export const facts = [
  z.object({
    fact: z.literal('return-merged'),
    asOf: z.iso.date(),
    rows: z.record(z.string(), z.int()),
    inScope: z.int(),
    changed: z.int(),
    /** The last day of which each file speaks; absent in older lines. */
    invented: z.literal(true).optional(),
    lastDays: z.partialRecord(z.enum(['episodes', 'reviews', 'allocations']), z.iso.date()).optional(),
  }),
  z.object({
    fact: z.literal('child-allocated'),
    child: ChildId,
    socialWorker: PersonId,
    iro: PersonId.nullable(),
    /** Who was that before, where it is another; absent in older lines. */
    from: z.object({ socialWorker: PersonId.optional(), iro: PersonId.optional() }).optional(),
  }),
  /** By a coordinator, so that a case of it could be raised. */
  z.object({
    fact: z.literal('child-around-care'),
    child: ChildId,
    as: z.enum(['edge-of-care', 'leaving-care']),
    socialWorker: PersonId,
  }),
] as const
