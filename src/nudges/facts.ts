/** What is recorded of reminders. */
import { z } from 'zod'
import { ActionId, CaseId, ChildId, DutyId, PersonId } from '../ids.ts'

const rung = z.enum(['coming', 'due', 'overdue', 'iro'])

export const facts = [
  z.object({ fact: z.literal('nudges-decided'), nudges: z.enum(['shadow', 'live']) }),
  z.object({
    fact: z.literal('rung-reached'),
    case: CaseId.optional(),
    child: ChildId.optional(),
    action: ActionId.optional(),
    duty: DutyId.optional(),
    rung,
    to: z.array(PersonId),
    /** Who should have been told and is not named; the next in line was told instead. */
    missing: z.array(z.enum(['owner', 'lead', 'iro'])).optional(),
  }),
  z.object({ fact: z.literal('post-sent'), person: PersonId, day: z.iso.date(), nudges: z.int(), shadow: z.boolean() }),
] as const
