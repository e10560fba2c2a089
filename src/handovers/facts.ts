/** What is recorded of a hand-over. */
import { z } from 'zod'
import { CaseId, ChildId, HandoverId, MeetingId, PersonId } from '../ids.ts'

const between = { from: PersonId, to: PersonId } as const

export const facts = [
  /** Somebody was told that things of a person who has left or changed role need somebody. */
  z.object({ fact: z.literal('held-told'), holder: PersonId, to: PersonId, things: z.int() }),
  z.object({
    fact: z.literal('child-handed-over'),
    child: ChildId,
    part: z.enum(['social-worker', 'iro']),
    ...between,
  }),
  z.object({
    fact: z.literal('case-part-handed-over'),
    case: CaseId,
    part: z.enum(['social-worker', 'iro', 'chair']),
    ...between,
  }),
  /** A return names an IRO for a case that had none. */
  z.object({ fact: z.literal('case-part-given'), case: CaseId, part: z.literal('iro'), to: PersonId }),
  z.object({ fact: z.literal('notes-handed-over'), case: CaseId, meeting: MeetingId, ...between }),
  /** The person who took over has read where it stands. */
  z.object({
    fact: z.literal('handover-taken-up'),
    case: CaseId.optional(),
    child: ChildId.optional(),
    handover: HandoverId,
  }),
  /** None of it is with that person any longer, who had not read where it stands. */
  z.object({
    fact: z.literal('handover-ended'),
    case: CaseId.optional(),
    child: ChildId.optional(),
    handover: HandoverId,
  }),
] as const
