/** What a button, a dialog or a redrawing of ours carries in its card, and therefore what Teams sends back. */
import { z } from 'zod'
import { MessageId } from '../../../src/ids.ts'
import { Ask, OpeningAsk } from '../../../src/vocabulary.ts'

/** The message in which the card lies, where it was posted as one: so that it can be drawn again there. */
const marker = MessageId.optional()

/** A button that was pressed; with `once` where it does something. */
export const PressData = z.object({ kind: z.literal('press'), ask: Ask, once: z.uuid().optional(), marker })
export type PressData = z.infer<typeof PressData>

/**
 * A form that was sent: what its inputs hold lies beside these (`read-form.ts`). `opened` opens the form again; `followed`
 * names the questions that follow from an answer and were drawn, where there are any.
 */
export const FormData = z.object({
  kind: z.literal('form'),
  ask: Ask,
  once: z.uuid(),
  opened: OpeningAsk.optional(),
  followed: z.array(z.string()).optional(),
  marker,
})
export type FormData = z.infer<typeof FormData>

/** Teams asks by itself for the card as it stands now, whenever somebody looks at it. */
export const RefreshData = z.object({ kind: z.literal('refresh'), marker: MessageId })
export type RefreshData = z.infer<typeof RefreshData>

/** Which list somebody types into: the `dataset` of its `Data.Query`, as JSON. `several`: any number can be chosen. */
export const ListData = z.object({ opened: OpeningAsk, field: z.string(), several: z.boolean() })
export type ListData = z.infer<typeof ListData>

/** Whatever can come back from a card of ours; what Teams adds to it is left aside. */
export const CardData = z.discriminatedUnion('kind', [PressData, FormData, RefreshData])
export type CardData = z.infer<typeof CardData>

/** The verbs of `Action.Execute`; both say no more than the data's own `kind`. */
export const verbs = { press: 'ask', refresh: 'refresh' } as const

/** A button with this in its data opens a dialog: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards */
export const opensDialog = { type: 'task/fetch' } as const
