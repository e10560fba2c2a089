/** What people may ask about a stuck case. Posted buttons live for years: names and fields only ever grow. */
import { z } from 'zod'
import { CaseId, ChildId, RaisingId } from '../ids.ts'
import { Theme } from './themes.ts'

export const opens = [
  z.object({ ask: z.literal('open-help') }),
  z.object({ ask: z.literal('open-mine'), from: z.int().nonnegative().optional() }),
  z.object({ ask: z.literal('open-raise-case'), child: ChildId.optional(), stuck: Theme.optional() }),
  z.object({ ask: z.literal('open-case'), case: CaseId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-identity'), case: CaseId }),
  z.object({ ask: z.literal('open-confirm-case'), case: CaseId, step: z.int().positive().optional() }),
  /** What was raised, for the person who can confirm it. */
  z.object({ ask: z.literal('open-raised'), case: CaseId, page: z.int().positive().optional() }),
  z.object({ ask: z.literal('open-match-raising'), raising: RaisingId }),
  z.object({ ask: z.literal('open-not-in-care'), raising: RaisingId }),
  /** What they raised themselves. */
  z.object({ ask: z.literal('open-raising'), raising: RaisingId, page: z.int().positive().optional() }),
  /** Who raised it, for the IRO, where they are named to the IRO alone. */
  z.object({ ask: z.literal('open-raiser'), raising: RaisingId }),
  z.object({ ask: z.literal('open-add-to-raising'), raising: RaisingId }),
  z.object({ ask: z.literal('open-withdraw-raising'), raising: RaisingId }),
] as const

export const does = [
  /** `becomes`: the raising that this form is once it is sent; absent on a form of an earlier version. */
  z.object({ ask: z.literal('raise-case'), becomes: RaisingId.optional() }),
  /** `step`: of a form that is asked in steps; `back`: to the one before, with what is in this one. */
  z.object({
    ask: z.literal('confirm-case'),
    case: CaseId,
    step: z.int().positive().optional(),
    back: z.literal(true).optional(),
  }),
  z.object({ ask: z.literal('match-raising'), raising: RaisingId }),
  z.object({ ask: z.literal('not-in-care'), raising: RaisingId }),
  z.object({ ask: z.literal('add-to-raising'), raising: RaisingId }),
  z.object({ ask: z.literal('withdraw-raising'), raising: RaisingId }),
  z.object({ ask: z.literal('admit-raiser'), raising: RaisingId }),
] as const
