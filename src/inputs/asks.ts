/** What a person who was asked for a view may ask. */
import { z } from 'zod'
import { CaseId, RequestId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-who'), request: RequestId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-not-ours'), request: RequestId }),
  z.object({ ask: z.literal('open-cannot-tell'), request: RequestId }),
  z.object({ ask: z.literal('open-pass-on'), request: RequestId }),
  z.object({ ask: z.literal('open-input'), request: RequestId }),
  z.object({ ask: z.literal('open-ask-another'), case: CaseId }),
  /** What every agency wrote, and what one of them did, once inputs are closed. */
  z.object({ ask: z.literal('open-views'), case: CaseId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-view'), request: RequestId, page: z.int().positive().optional() }),
] as const

export const does = [
  z.object({ ask: z.literal('know-child'), request: RequestId }),
  z.object({ ask: z.literal('not-ours'), request: RequestId }),
  z.object({ ask: z.literal('cannot-tell'), request: RequestId }),
  z.object({ ask: z.literal('take-back-not-ours'), request: RequestId }),
  z.object({ ask: z.literal('pass-on'), request: RequestId }),
  z.object({ ask: z.literal('give-input'), request: RequestId }),
  z.object({ ask: z.literal('ask-another'), case: CaseId }),
] as const
