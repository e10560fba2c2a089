/** What is recorded of a duty. */
import { z } from 'zod'
import { ChildId, DutyId, PersonId } from '../ids.ts'

const day = z.iso.date()
const notHeld = z.enum(['child-refused', 'was-not-brought', 'declined-for-child', 'waiting-for-consent'])
const kind = z.enum(['permanence-plan', 'health-assessment', 'review-health-assessment'])

export const facts = [
  /** `began`: when care began, where the social worker was asked. */
  z.object({ fact: z.literal('child-confirmed'), child: ChildId, began: day.optional() }),
  /** Its dates are still right, or were put right: what was changed with it. */
  z.object({ fact: z.literal('dates-confirmed'), child: ChildId, began: day.optional(), reviewed: day.optional() }),
  /** Who was its social worker; absent in older lines. */
  z.object({ fact: z.literal('child-not-mine'), child: ChildId, from: PersonId.optional() }),
  /** It was theirs after all. */
  z.object({ fact: z.literal('child-taken-back'), child: ChildId, to: PersonId }),
  z.object({ fact: z.literal('duty-started'), child: ChildId, duty: DutyId, kind, due: day }),
  /** A later return tells of another review: the law counts from it. */
  z.object({ fact: z.literal('duty-redated'), child: ChildId, duty: DutyId, kind, from: day, to: day }),
  /** Without a day: at a review before those that the returns show. */
  z.object({ fact: z.literal('duty-recorded'), child: ChildId, duty: DutyId, kind, on: day.optional() }),
  /** An assessment was not held: it stays open, and is offered or asked for again by this day. */
  z.object({
    ...{ fact: z.literal('assessment-not-held'), child: ChildId, duty: DutyId, kind, as: notHeld, on: day },
    ...{ again: day, with: PersonId },
  }),
  /** A person says that a review of a return was not held, or was after all. */
  z.object({ fact: z.literal('review-taken-back'), child: ChildId, duty: DutyId, on: day }),
  z.object({ fact: z.literal('review-held-again'), child: ChildId, duty: DutyId, on: day }),
  z.object({ fact: z.literal('duty-expected'), child: ChildId, duty: DutyId, kind, on: day }),
  /** Somebody looked which child a duty is about. */
  z.object({ fact: z.literal('duty-child-opened'), child: ChildId, duty: DutyId }),
  /** Somebody is asked to take it on, and has not answered. */
  z.object({
    ...{ fact: z.literal('duty-offered'), child: ChildId, duty: DutyId, kind, from: PersonId, to: PersonId },
  }),
  /** They said that it is not theirs, its owner keeps it, or they have left. */
  z.object({ fact: z.literal('duty-offer-ended'), child: ChildId, duty: DutyId, kind, to: PersonId }),
  z.object({
    fact: z.literal('duty-passed-on'),
    child: ChildId,
    duty: DutyId,
    kind,
    /** Absent in older lines. */
    from: PersonId.optional(),
    to: PersonId,
  }),
] as const
