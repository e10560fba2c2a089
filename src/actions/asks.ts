/** What people may ask about an action that somebody agreed to do. */
import { z } from 'zod'
import { ActionId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-actions'), from: z.int().nonnegative().optional() }),
  z.object({ ask: z.literal('open-action'), action: ActionId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-complete-action'), action: ActionId }),
  z.object({ ask: z.literal('open-move-action'), action: ActionId }),
  z.object({ ask: z.literal('open-hand-over-action'), action: ActionId }),
] as const

export const does = [
  z.object({ ask: z.literal('complete-action'), action: ActionId }),
  z.object({ ask: z.literal('move-action'), action: ActionId }),
  z.object({ ask: z.literal('hand-over-action'), action: ActionId }),
  /** Of the person to whom it is handed. */
  z.object({ ask: z.literal('accept-action'), action: ActionId }),
  /** Of that person, or of its owner, who keeps it after all. */
  z.object({ ask: z.literal('decline-action'), action: ActionId }),
] as const
