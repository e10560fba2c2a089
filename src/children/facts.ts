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
  }),
  z.object({ fact: z.literal('child-allocated'), child: ChildId, socialWorker: PersonId, iro: PersonId.nullable() }),
] as const
