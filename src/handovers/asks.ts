/** What people may ask about the things of somebody who left or changed role, and about what they took over. */
import { z } from 'zod'
import { CaseId, HandoverId, PersonId } from '../ids.ts'

/** What a person can hold. */
export const HeldAs = z.enum([
  'child-social-worker',
  'child-iro',
  'case-social-worker',
  'case-iro',
  'case-chair',
  /** A view that an agency was asked for, through this person. */
  'view',
  'action',
  'duty',
  /** The notes of a meeting. */
  'notes',
])
export type HeldAs = z.infer<typeof HeldAs>

/** `thing` is the id of the child, case, request, action, duty or meeting that the part belongs to. */
const held = { part: HeldAs, thing: z.uuid() } as const

export const opens = [
  /** Everything that this person held and that needs somebody. */
  z.object({ ask: z.literal('open-handovers'), of: PersonId, from: z.int().nonnegative().optional() }),
  z.object({ ask: z.literal('open-give-held'), ...held }),
  z.object({ ask: z.literal('open-give-several'), of: PersonId }),
  z.object({ ask: z.literal('open-replace-chair'), case: CaseId }),
  z.object({ ask: z.literal('open-taking-over'), handover: HandoverId, page: z.int().positive().optional() }),
] as const

export const does = [
  z.object({ ask: z.literal('take-held'), ...held }),
  z.object({ ask: z.literal('give-held'), ...held }),
  z.object({ ask: z.literal('give-several'), of: PersonId }),
  z.object({ ask: z.literal('replace-chair'), case: CaseId }),
  z.object({ ask: z.literal('have-taken-over'), handover: HandoverId }),
] as const
