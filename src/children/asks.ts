/** What an administrator may ask about children in care: the merging of a return that was staged and checked. */
import { z } from 'zod'

export const opens = [] as const

export const does = [
  z.object({
    ask: z.literal('merge-return'),
    staging: z.uuid(),
    /** Reviews after this day have not been held. */
    asOf: z.iso.date(),
    /** Work everything out and keep nothing. */
    dryRun: z.boolean(),
  }),
] as const
