/** What is recorded of a concern: no words. */
import { z } from 'zod'
import { CaseId, ChildId, ConcernId, PersonId, RaisingId } from '../ids.ts'

const about = { case: CaseId.optional(), child: ChildId.optional(), raising: RaisingId.optional() }

export const facts = [
  z.object({ fact: z.literal('risk-unreported'), concern: ConcernId, told: z.array(PersonId), ...about }),
  z.object({
    fact: z.literal('risk-reported'),
    concern: ConcernId.optional(),
    ...about,
    /** To whom, of those that a form offers, and when. */
    to: z.string().optional(),
    when: z.iso.datetime().optional(),
  }),
  z.object({
    fact: z.literal('risk-repeated'),
    concern: ConcernId,
    ...about,
    stage: z.string().optional(),
    told: z.array(PersonId).optional(),
  }),
  z.object({ fact: z.literal('risk-taken-back'), concern: ConcernId, ...about }),
  /** Somebody who was told looked which child it is. */
  z.object({ fact: z.literal('concern-child-opened'), concern: ConcernId, ...about }),
] as const
