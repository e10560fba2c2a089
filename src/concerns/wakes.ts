/** When a concern wakes the bot. */
import { z } from 'zod'
import { ConcernId } from '../ids.ts'

export const wakes = [
  /** Nobody has recorded a report yet: say it again. */
  z.object({ wake: z.literal('concern-unreported'), concern: ConcernId }),
] as const
