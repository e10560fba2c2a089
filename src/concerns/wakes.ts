/** When a concern wakes the bot. */
import { z } from 'zod'
import { ConcernId } from '../ids.ts'

export const wakes = [
  /** Of a process that kept no climbs: nobody has recorded a report yet. */
  z.object({ wake: z.literal('concern-unreported'), concern: ConcernId }),
] as const
