import { z } from 'zod'
import { PersonId } from '../ids.ts'

export const facts = [
  z.object({ fact: z.literal('away-set'), person: PersonId, from: z.iso.date(), until: z.iso.date() }),
  z.object({ fact: z.literal('away-ended'), person: PersonId }),
] as const
