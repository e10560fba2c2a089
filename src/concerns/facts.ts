/** What is recorded of a concern: no words. */
import { z } from 'zod'
import { CaseId, ChildId, ConcernId, PersonId } from '../ids.ts'

const about = { case: CaseId.optional(), child: ChildId.optional() }

export const facts = [
  z.object({ fact: z.literal('risk-unreported'), concern: ConcernId, told: z.array(PersonId), ...about }),
  z.object({ fact: z.literal('risk-reported'), concern: ConcernId.optional(), ...about }),
  z.object({ fact: z.literal('risk-repeated'), concern: ConcernId, ...about }),
] as const
