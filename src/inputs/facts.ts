/** What is recorded of a request for a view. */
import { z } from 'zod'
import { AgencyId, CaseId, PersonId, RequestId } from '../ids.ts'

export const facts = [
  z.object({ fact: z.literal('input-asked'), case: CaseId, request: RequestId, body: AgencyId, person: PersonId }),
  z.object({ fact: z.literal('child-known'), case: CaseId, request: RequestId }),
  z.object({ fact: z.literal('child-not-ours'), case: CaseId, request: RequestId }),
  z.object({ fact: z.literal('child-cannot-tell'), case: CaseId, request: RequestId }),
  z.object({ fact: z.literal('child-not-ours-taken-back'), case: CaseId, request: RequestId }),
  z.object({ fact: z.literal('request-passed-on'), case: CaseId, request: RequestId, to: PersonId }),
  z.object({ fact: z.literal('input-given'), case: CaseId, request: RequestId, corrected: z.boolean() }),
  z.object({ fact: z.literal('input-reminded'), case: CaseId, request: RequestId, person: PersonId }),
  z.object({
    fact: z.literal('inputs-close-moved'),
    case: CaseId,
    to: z.iso.date(),
    why: z.enum(['everybody-answered', 'somebody-is-asked']),
  }),
  /** Of a view that was asked for once views were closed: the day that was given for it is over. */
  z.object({
    fact: z.literal('late-view-closed'),
    case: CaseId,
    request: RequestId,
    outcome: z.enum(['given', 'silent', 'unreached']),
  }),
  z.object({
    fact: z.literal('inputs-closed'),
    case: CaseId,
    given: z.array(RequestId),
    /** Only those whose message was delivered are silent; the others were never reached. Who was not sure is neither. */
    silent: z.array(RequestId),
    unreached: z.array(RequestId),
  }),
] as const
