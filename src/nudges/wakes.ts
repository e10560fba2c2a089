/** When reminders wake the bot. */
import { z } from 'zod'
import { PersonId } from '../ids.ts'

export const wakes = [
  /** A person's one routine message of the day. */
  z.object({ wake: z.literal('daily-post'), person: PersonId, day: z.iso.date() }),
  /** What would have gone to whom today, while nudges are in shadow. */
  z.object({ wake: z.literal('shadow-report'), day: z.iso.date() }),
] as const
