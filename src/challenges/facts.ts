/** What is recorded of a challenge. */
import { z } from 'zod'
import { ChallengeId, ChildId, DutyId, PersonId } from '../ids.ts'

const of = { child: ChildId, challenge: ChallengeId } as const

export const facts = [
  z.object({
    ...{ fact: z.literal('challenge-raised'), ...of, duty: DutyId, to: PersonId },
    /** As the IRO says. */
    advocate: z.enum(['offered', 'not-offered', 'not-appropriate']),
    childKnows: z.enum(['yes', 'no']),
  }),
  z.object({ fact: z.literal('challenge-answered'), ...of, answer: z.enum(['done', 'by-date', 'not-agreed']) }),
  /** It is with the manager of the next stage. */
  z.object({ fact: z.literal('challenge-moved'), ...of, to: PersonId }),
  z.object({ fact: z.literal('challenge-given-time'), ...of }),
  z.object({
    ...{ fact: z.literal('challenge-ended'), ...of },
    outcome: z.enum(['accepted', 'another-way', 'cafcass', 'withdrawn']),
  }),
] as const
