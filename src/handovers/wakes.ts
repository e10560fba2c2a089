/** When hand-overs wake the bot. */
import { z } from 'zod'
import { HandoverId } from '../ids.ts'

export const wakes = [
  /** Does anybody hold something who has left or changed role? One for the partnership, on every working day. */
  z.object({ wake: z.literal('handover-check') }),
  /** Set by an older version, before climbs: the person who took over has not said that they have read where it stands. */
  z.object({ wake: z.literal('handover-unread'), handover: HandoverId }),
] as const
