/** When requests for views wake the bot. */
import { z } from 'zod'
import { CaseId } from '../ids.ts'

export const wakes = [
  /** The case was confirmed: those named are asked. */
  z.object({ wake: z.literal('inputs-ask'), case: CaseId }),
  /** Those who have not answered yet are reminded before inputs close. */
  z.object({ wake: z.literal('inputs-remind'), case: CaseId }),
  z.object({ wake: z.literal('inputs-close'), case: CaseId }),
] as const
