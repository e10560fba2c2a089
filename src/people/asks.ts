/** What a person may ask about their own working time and their own accounts. */
import { z } from 'zod'
import { AccountId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-away') }),
  z.object({ ask: z.literal('open-accounts'), from: z.int().nonnegative().optional() }),
  z.object({ ask: z.literal('open-link-code') }),
  z.object({ ask: z.literal('open-overview-day') }),
] as const

export const does = [
  z.object({ ask: z.literal('set-away') }),
  z.object({ ask: z.literal('set-overview-day') }),
  z.object({ ask: z.literal('prefer-account'), account: AccountId }),
  z.object({ ask: z.literal('remove-account'), account: AccountId }),
] as const
