/** What is recorded of the partnership itself. */
import { z } from 'zod'

export const facts = [
  z.object({
    fact: z.literal('partnership-applied'),
    version: z.int().min(1),
    /** By the first start on a database, or from a terminal. */
    how: z.enum(['start', 'terminal']),
    /** SHA-256 of the text that was applied, as hexadecimal digits. */
    hash: z.string(),
    joined: z.int(),
    left: z.int(),
    changed: z.int(),
  }),
] as const
