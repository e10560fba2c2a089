/** When requests for views wake the bot. */
import { z } from 'zod'
import { CaseId } from '../ids.ts'

export const wakes = [
  /** The case was confirmed: those named are asked. */
  z.object({ wake: z.literal('inputs-ask'), case: CaseId }),
  /** Set by an older version, before climbs: those who have not answered are reminded, and inputs close. */
  z.object({ wake: z.literal('inputs-remind'), case: CaseId }),
  z.object({ wake: z.literal('inputs-close'), case: CaseId }),
] as const
