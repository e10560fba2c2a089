/** The last drawn forms, so that what was typed can be drawn again under the same questions. Never the record of anything. */
import { keepLast } from '../../../doors/keep-last.ts'
import type { Form } from '../../../src/display/form.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import type { OpeningAsk } from '../../../src/vocabulary.ts'

export type DrawnForm = { readonly form: Form; readonly opened?: OpeningAsk | undefined }

export type KeptForms = {
  keep(once: string, drawn: DrawnForm, account: Account): void
  /** Only for whom it was drawn. */
  find(once: string, account: Account): DrawnForm | undefined
}

/** Enough for everybody of a partnership to have one open. */
const formsKept = 500

export function createKeptForms(): KeptForms {
  const kept = keepLast<DrawnForm & { readonly account: Account }>(formsKept)
  return {
    keep: (once, drawn, account) => kept.keep(once, { ...drawn, account }),
    find(once, { workspace, user }) {
      const drawn = kept.find(once)
      return drawn?.account.workspace === workspace && drawn.account.user === user ? drawn : undefined
    },
  }
}
