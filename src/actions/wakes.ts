/** When an action wakes the bot. */
import { z } from 'zod'
import { ActionId } from '../ids.ts'

export const wakes = [
  /** Set by processes before the ladder was a climb; read for as long as such a wake may be there. */
  z.object({ wake: z.literal('action-rung'), action: ActionId }),
] as const
