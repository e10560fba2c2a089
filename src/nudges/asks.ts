/** What people may ask about what they are reminded of, and an administrator about the reminders. */
import { z } from 'zod'

export const opens = [
  z.object({ ask: z.literal('open-which-children'), from: z.int().nonnegative().optional() }),
] as const

export const does = [
  /** From a shell, once, with who decided: see docs/operating.md. */
  z.object({ ask: z.literal('decide-nudges'), nudges: z.enum(['shadow', 'live']) }),
] as const
