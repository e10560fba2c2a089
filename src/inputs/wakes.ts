import { z } from 'zod'
import { CaseId } from '../ids.ts'

export const wakes = [
  /** Whoever has not answered yet is reminded before inputs close. */
  z.object({ wake: z.literal('inputs-remind'), case: CaseId }),
  z.object({ wake: z.literal('inputs-close'), case: CaseId }),
] as const
