/** What is recorded of people and their accounts. */
import { z } from 'zod'
import { AccountId, PersonId, platforms } from '../ids.ts'

export const facts = [
  z.object({ fact: z.literal('away-set'), person: PersonId, from: z.iso.date(), until: z.iso.date() }),
  z.object({ fact: z.literal('away-ended'), person: PersonId }),
  /** 1 is Monday. */
  z.object({ fact: z.literal('overview-day-chosen'), person: PersonId, weekday: z.int().min(1).max(5) }),
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
  /** So many messages lay on their page and were shown to them for the first time. */
  z.object({ fact: z.literal('page-opened'), person: PersonId, messages: z.int().min(1) }),
  /** Messages lie on their page, nothing tells them, and these people were told so. */
  z.object({ fact: z.literal('page-unopened'), person: PersonId, to: z.array(PersonId) }),
] as const
