/** What is recorded of a meeting. */
import { z } from 'zod'
import { ActionId, CaseId, MeetingId, PersonId } from '../ids.ts'

const instant = z.iso.datetime()

export const facts = [
  z.object({ fact: z.literal('times-offered'), case: CaseId, meeting: MeetingId, slots: z.array(instant) }),
  z.object({ fact: z.literal('time-picked'), case: CaseId, meeting: MeetingId, start: instant, minutes: z.int() }),
  /** `start` is the time that there was. */
  z.object({ fact: z.literal('time-taken-back'), case: CaseId, meeting: MeetingId, start: instant }),
  /** By the chair; these also where one was removed. */
  z.object({ fact: z.literal('meeting-link-given'), case: CaseId, meeting: MeetingId }),
  z.object({ fact: z.literal('meeting-room-given'), case: CaseId, meeting: MeetingId }),
  z.object({ fact: z.literal('meeting-link-made'), case: CaseId, meeting: MeetingId }),
  z.object({ fact: z.literal('meeting-opened'), case: CaseId, meeting: MeetingId }),
  z.object({ fact: z.literal('meeting-recorded'), case: CaseId, meeting: MeetingId, attended: z.array(PersonId) }),
  /** `from`: the person who had been named before. */
  z.object({
    fact: z.literal('note-taker-named'),
    case: CaseId,
    meeting: MeetingId,
    from: PersonId.optional(),
    to: PersonId,
  }),
  z.object({
    fact: z.literal('action-proposed'),
    case: CaseId,
    meeting: MeetingId,
    action: ActionId,
    owner: PersonId,
    due: z.iso.date(),
  }),
  /** Before it was approved. `from`, `fromDue`: what had been written. */
  z.object({
    fact: z.literal('action-corrected'),
    case: CaseId,
    meeting: MeetingId,
    action: ActionId,
    from: PersonId,
    fromDue: z.iso.date(),
    owner: PersonId,
    due: z.iso.date(),
  }),
  z.object({
    fact: z.literal('summary-approved'),
    case: CaseId,
    meeting: MeetingId,
    decisions: z.int(),
    actions: z.array(ActionId),
  }),
  z.object({ fact: z.literal('reflection-opened'), case: CaseId, meeting: MeetingId }),
] as const
