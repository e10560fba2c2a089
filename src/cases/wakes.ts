/** When a case wakes the bot. */
import { z } from 'zod'
import { CaseId } from '../ids.ts'

export const wakes = [
  /** Set by an older version, before climbs: the social worker has not yet confirmed a case that was raised. */
  z.object({ wake: z.literal('case-unconfirmed'), case: CaseId }),
] as const
