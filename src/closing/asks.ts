/** What people may ask about the closing of a case. Posted buttons live for years: names and fields only ever grow. */
import { z } from 'zod'
import { CaseId, ClosingId, RaisingId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-close-case'), case: CaseId }),
  z.object({ ask: z.literal('open-answer-closing'), closing: ClosingId }),
  /** Somebody who raised the case does not agree that it was closed. */
  z.object({ ask: z.literal('open-object'), raising: RaisingId }),
  z.object({ ask: z.literal('open-answer-objection'), raising: RaisingId }),
] as const

export const does = [
  z.object({ ask: z.literal('close-case'), case: CaseId }),
  z.object({ ask: z.literal('answer-closing'), closing: ClosingId }),
  /** Everybody who raised it has withdrawn it, and it was never confirmed. */
  z.object({ ask: z.literal('end-withdrawn'), case: CaseId }),
  z.object({ ask: z.literal('object'), raising: RaisingId }),
  z.object({ ask: z.literal('answer-objection'), raising: RaisingId }),
] as const
