/** What is recorded of an action. */
import { z } from 'zod'
import { ActionId, CaseId, PersonId } from '../ids.ts'

const day = z.iso.date()

export const facts = [
  z.object({ fact: z.literal('action-promised'), case: CaseId, action: ActionId, owner: PersonId, due: day }),
  z.object({ fact: z.literal('action-completed'), case: CaseId, action: ActionId }),
  z.object({ fact: z.literal('action-moved'), case: CaseId, action: ActionId, from: day, to: day, moves: z.int() }),
  z.object({ fact: z.literal('action-handed-over'), case: CaseId, action: ActionId, from: PersonId, to: PersonId }),
  /** Somebody is asked to take it on, and has not answered. */
  z.object({ fact: z.literal('action-offered'), case: CaseId, action: ActionId, from: PersonId, to: PersonId }),
  /** They said that it is not theirs, its owner keeps it, or they have left. */
  z.object({ fact: z.literal('action-offer-ended'), case: CaseId, action: ActionId, to: PersonId }),
  /** It was no longer needed when its case was closed. */
  z.object({ fact: z.literal('action-ended'), case: CaseId, action: ActionId }),
] as const
