/** What a person may ask about their own working time. */
import { z } from 'zod'

export const opens = [z.object({ ask: z.literal('open-away') })] as const

export const does = [z.object({ ask: z.literal('set-away') })] as const
