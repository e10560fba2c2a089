/** What an administrator may ask about nudges. */
import { z } from 'zod'

export const does = [
  /** From a shell, once, with who decided: see docs/operating.md. */
  z.object({ ask: z.literal('decide-nudges'), nudges: z.enum(['shadow', 'live']) }),
] as const
