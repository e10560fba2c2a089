/** Why a case is closed. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { CaseId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { CasesNeeds } from './needs.ts'

export const closeFields = fields({
  why: { field: 'words', label: 'What has changed, or why are you closing the case?', max: 1000, lines: 'many' },
})

export const closeForm = ({ partnership }: World<CasesNeeds>, id: CaseId): Form =>
  safeguardedForm('Close the case', partnership.urgent, {
    fields: closeFields,
    submit: { label: 'Close the case', ask: { ask: 'close-case', case: id } },
  })
