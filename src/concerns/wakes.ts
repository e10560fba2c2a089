/** When a concern wakes the bot. */
import { z } from 'zod'
import { ConcernId } from '../ids.ts'

export const wakes = [
  /** Set by an older version, before climbs: nobody has recorded a report yet. */
  z.object({ wake: z.literal('concern-unreported'), concern: ConcernId }),
] as const
