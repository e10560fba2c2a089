/** When an action wakes the bot. */
import { z } from 'zod'
import { ActionId } from '../ids.ts'

export const wakes = [
  /** The next rung of an action's ladder is due. */
  z.object({ wake: z.literal('action-rung'), action: ActionId }),
] as const
