/** When a meeting wakes the bot. */
import { z } from 'zod'
import { CaseId, MeetingId } from '../ids.ts'

export const wakes = [
  /** Inputs are closed: the chair is offered times. */
  z.object({ wake: z.literal('meeting-offer'), case: CaseId }),
  z.object({ wake: z.literal('meeting-tomorrow'), meeting: MeetingId }),
  z.object({ wake: z.literal('meeting-opens'), meeting: MeetingId }),
  /** What was said of it is drawn again: `as-time-passes.ts`. */
  z.object({ wake: z.literal('meeting-redraw'), meeting: MeetingId }),
  /** Set by an older version, before climbs: no time was picked, nothing was recorded, or the summary was not approved. */
  z.object({ wake: z.literal('meeting-unfinished'), meeting: MeetingId }),
] as const
