/** When people wake the bot. */
import { z } from 'zod'
import { PersonId } from '../ids.ts'

export const wakes = [
  /** Messages lie on this person's page since a working day, and nothing tells them so. */
  z.object({ wake: z.literal('page-unopened'), person: PersonId }),
] as const
