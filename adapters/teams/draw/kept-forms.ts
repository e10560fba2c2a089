/** The last drawn forms, so that what was typed can be drawn again under the same questions. Never the record of anything. */
import { keepLast } from '../../../doors/keep-last.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { formsKept, type DrawnForm } from '../../../src/ports/drawn-form.ts'

export type KeptForms = {
  keep(once: string, drawn: DrawnForm, account: Account): void
  /** Only for whom it was drawn. */
  find(once: string, account: Account): DrawnForm | undefined
}

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
