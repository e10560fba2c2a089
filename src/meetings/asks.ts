/** What people may ask about a Reflective Professionals Meeting. */
import { z } from 'zod'
import { ActionId, CaseId, MeetingId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-run-sheet'), meeting: MeetingId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-meeting'), meeting: MeetingId }),
  /** A room, a link, or both. */
  z.object({ ask: z.literal('open-meeting-link'), meeting: MeetingId }),
  z.object({ ask: z.literal('open-note-taker'), meeting: MeetingId }),
  z.object({ ask: z.literal('open-record'), meeting: MeetingId }),
  z.object({ ask: z.literal('open-add-action'), meeting: MeetingId }),
  /** The actions that were added so far, each to be corrected. */
  z.object({ ask: z.literal('open-proposed'), meeting: MeetingId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-correct-action'), meeting: MeetingId, action: ActionId }),
  z.object({ ask: z.literal('open-summary-draft'), meeting: MeetingId }),
  z.object({ ask: z.literal('open-summary'), case: CaseId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-reflection'), meeting: MeetingId, page: z.int().positive().optional() }),
] as const

export const does = [
  /** `starts` is the time that the button says. Older buttons have its place in the offer alone: `slot` counts from 0. */
  z.object({
    ask: z.literal('pick-slot'),
    meeting: MeetingId,
    starts: z.iso.datetime().optional(),
    slot: z.int().min(0).max(9).optional(),
  }),
  /** `starts` is the time that is taken back, so that a press on an older card takes none that was chosen since. */
  z.object({ ask: z.literal('take-time-back'), meeting: MeetingId, starts: z.iso.datetime() }),
  z.object({ ask: z.literal('set-meeting-link'), meeting: MeetingId }),
  z.object({ ask: z.literal('name-note-taker'), meeting: MeetingId }),
  z.object({ ask: z.literal('record-meeting'), meeting: MeetingId }),
  z.object({ ask: z.literal('add-action'), meeting: MeetingId }),
  z.object({ ask: z.literal('correct-action'), meeting: MeetingId, action: ActionId }),
  /** `drawn` says which state of the record the draft shows; a draft of an earlier one is drawn again. */
  z.object({ ask: z.literal('approve-summary'), meeting: MeetingId, drawn: z.int().min(0).optional() }),
] as const
