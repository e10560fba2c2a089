/** What people may ask about what the law or the partnership expects for a child. */
import { z } from 'zod'
import { ChildId, DutyId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-plan'), from: z.int().nonnegative().optional() }),
  z.object({ ask: z.literal('open-duty'), duty: DutyId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-record-duty'), duty: DutyId }),
  z.object({ ask: z.literal('open-expect-duty'), duty: DutyId }),
  z.object({ ask: z.literal('open-pass-duty'), duty: DutyId }),
  /** A review from which its day is counted was not held, or was held after all. */
  z.object({ ask: z.literal('open-take-back-review'), duty: DutyId }),
  /** The children whom an import gave a social worker, to be confirmed. */
  z.object({ ask: z.literal('open-first-look') }),
  /** Dates of which nothing was heard for long: are they still right? */
  z.object({ ask: z.literal('open-old-dates') }),
] as const

export const does = [
  z.object({ ask: z.literal('record-duty'), duty: DutyId }),
  z.object({ ask: z.literal('expect-duty'), duty: DutyId }),
  z.object({ ask: z.literal('pass-duty'), duty: DutyId }),
  z.object({ ask: z.literal('take-back-review'), duty: DutyId }),
  /** Of the person to whom it is handed. */
  z.object({ ask: z.literal('accept-duty'), duty: DutyId }),
  /** Of that person, or of who answers for it and keeps it after all. */
  z.object({ ask: z.literal('decline-duty'), duty: DutyId }),
  /** In steps: of the first children alone, and the others come as the next form. */
  z.object({
    ask: z.literal('confirm-children'),
    inSteps: z.literal(true).optional(),
    /** The form said that health is asked of a child long in care whose last assessment has no day here. */
    asksHealth: z.literal(true).optional(),
  }),
  z.object({ ask: z.literal('confirm-dates'), inSteps: z.literal(true).optional() }),
  /** Of those who were answered with "not mine", after the question whether that is right. */
  z.object({ ask: z.literal('children-not-mine') }),
  /** Of the person who said "not mine", while the child has no social worker. */
  z.object({ ask: z.literal('take-back-child'), child: ChildId }),
] as const
