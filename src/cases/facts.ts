/** What happened to a case. Who did it and when is added by the log itself. */
import { z } from 'zod'
import { AgencyId, CaseId, ChildId, ClosingId, PersonId, RaisingId } from '../ids.ts'
import { Theme } from './themes.ts'
import { Basis, ChildTold, ParentsTold } from './told.ts'

const day = z.iso.date()

export const facts = [
  z.object({ fact: z.literal('case-raised'), case: CaseId, raising: RaisingId, stuck: Theme, needed: day }),
  z.object({ fact: z.literal('case-joined'), case: CaseId, raising: RaisingId, stuck: Theme }),
  z.object({ fact: z.literal('raising-unmatched'), raising: RaisingId, stuck: Theme }),
  /** A coordinator has read what was given to say which child it is about. */
  z.object({ fact: z.literal('unmatched-opened'), raising: RaisingId }),
  z.object({ fact: z.literal('raising-matched'), case: CaseId, raising: RaisingId }),
  z.object({ fact: z.literal('raising-not-in-care'), raising: RaisingId }),
  z.object({
    fact: z.literal('case-confirmed'),
    case: CaseId,
    child: ChildId,
    chair: PersonId,
    asked: z.array(z.object({ body: AgencyId, person: PersonId })),
    parents: ParentsTold,
    childTold: ChildTold,
    /** Absent in what was recorded before it was asked. */
    basis: Basis.optional(),
    inputsClose: day,
    /** How many lines of what was raised the agencies may read. */
    released: z.int().nonnegative().optional(),
  }),
  z.object({ fact: z.literal('iro-told'), case: CaseId, iro: PersonId }),
  /** `without`: no name was shown. */
  z.object({ fact: z.literal('identity-opened'), case: CaseId, without: z.literal('name').optional() }),
  /** The IRO has looked who it is that is named to them alone. */
  z.object({ fact: z.literal('raiser-opened'), case: CaseId, raising: RaisingId }),
  z.object({ fact: z.literal('case-closed'), case: CaseId }),
  /** Nothing is closed by it: another person has to agree. */
  z.object({ fact: z.literal('closing-proposed'), case: CaseId, closing: ClosingId }),
  z.object({ fact: z.literal('closing-agreed'), case: CaseId, closing: ClosingId }),
  z.object({ fact: z.literal('closing-refused'), case: CaseId, closing: ClosingId }),
  /** `with`: another raising of the same person, by which they said it. */
  z.object({
    fact: z.literal('raising-added-to'),
    case: CaseId.optional(),
    raising: RaisingId,
    with: RaisingId.optional(),
  }),
  z.object({ fact: z.literal('raising-withdrawn'), case: CaseId.optional(), raising: RaisingId }),
  z.object({ fact: z.literal('raiser-admitted'), case: CaseId, raising: RaisingId }),
  z.object({ fact: z.literal('closing-objected'), case: CaseId, raising: RaisingId }),
  z.object({
    fact: z.literal('objection-answered'),
    case: CaseId,
    raising: RaisingId,
    outcome: z.enum(['closed', 'raised-again']),
  }),
] as const
