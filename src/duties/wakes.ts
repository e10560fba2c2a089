/** When a duty wakes the bot. */
import { z } from 'zod'
import { DutyId } from '../ids.ts'

export const wakes = [
  /** The next rung of a duty's ladder is due. */
  z.object({ wake: z.literal('duty-rung'), duty: DutyId }),
] as const
