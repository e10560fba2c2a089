/** The last drawn forms, so that what was typed can be drawn again under the same questions. Never the record of anything. */
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
  const kept = new Map<string, DrawnForm & { readonly account: Account }>()
  return {
    keep(once, drawn, account) {
      kept.delete(once)
      kept.set(once, { ...drawn, account })
      const [oldest] = kept.keys()
      if (kept.size > formsKept && oldest !== undefined) kept.delete(oldest)
    },
    find(once, { workspace, user }) {
      const drawn = kept.get(once)
      return drawn?.account.workspace === workspace && drawn.account.user === user ? drawn : undefined
    },
  }
}
