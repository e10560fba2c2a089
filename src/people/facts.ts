/** What is recorded of people and their accounts. */
import { z } from 'zod'
import { AccountId, PersonId, platforms } from '../ids.ts'

export const facts = [
  z.object({ fact: z.literal('away-set'), person: PersonId, from: z.iso.date(), until: z.iso.date() }),
  z.object({ fact: z.literal('away-ended'), person: PersonId }),
  z.object({
    fact: z.literal('account-linked'),
    account: AccountId,
    person: PersonId,
    platform: z.enum(platforms),
    how: z.enum(['address', 'code', 'letter']),
  }),
  z.object({ fact: z.literal('account-preferred'), account: AccountId, person: PersonId }),
  z.object({ fact: z.literal('account-removed'), account: AccountId, person: PersonId }),
  /** Its person has another work email address now. */
  z.object({ fact: z.literal('account-unlinked'), account: AccountId, person: PersonId }),
] as const
