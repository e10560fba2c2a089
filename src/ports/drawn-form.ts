/** A form as it was drawn for somebody, kept for as long as it may come back: never the record of anything. */
import type { Form } from '../display/form.ts'
import type { OpeningAsk } from '../vocabulary.ts'

export type DrawnForm = { readonly form: Form; readonly opened?: OpeningAsk | undefined }

/** How many a platform keeps: enough for everybody of a partnership to have one open. */
export const formsKept = 500
