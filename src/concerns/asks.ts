/** What people may ask when a child may be in danger. */
import { z } from 'zod'
import { ConcernId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-urgent-lines') }),
  z.object({ ask: z.literal('open-report-concern'), concern: ConcernId }),
  z.object({ ask: z.literal('open-concern-child'), concern: ConcernId }),
  z.object({ ask: z.literal('open-take-back-concern'), concern: ConcernId }),
] as const

export const does = [
  z.object({ ask: z.literal('report-concern'), concern: ConcernId }),
  z.object({ ask: z.literal('take-back-concern'), concern: ConcernId }),
] as const
