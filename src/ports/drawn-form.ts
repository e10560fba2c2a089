/** A form as it was drawn for somebody, kept for as long as it may come back: never the record of anything. */
import type { Form } from '../display/form.ts'
import { opensSomething, type Ask, type OpeningAsk } from '../vocabulary.ts'

export type DrawnForm = { readonly form: Form; readonly opened?: OpeningAsk | undefined }

/** `ask`: what was asked when it came; a step says itself what opens it again. */
export function drawnFor(form: Form, ask: Ask | undefined): DrawnForm {
  const opened = form.step?.opened ?? (ask && opensSomething(ask) ? ask : undefined)
  return { form, ...(opened && { opened }) }
}

/** How many a platform keeps: enough for everybody of a partnership to have one open. */
export const formsKept = 500
