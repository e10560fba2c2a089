/** How we know that an action is done. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { facts } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import type { ActionsNeeds } from './needs.ts'

export const doneFields = fields({
  evidence: { field: 'words', label: 'How do we know it is done?', max: 1000, lines: 'many' },
})

export const doneForm = ({ partnership }: World<ActionsNeeds>, action: Action): Form =>
  safeguardedForm('Action done', partnership.urgent, {
    intro: [facts(['What', action.what], ['How we will know', action.know])],
    fields: doneFields,
    submit: { label: 'It is done', ask: { ask: 'complete-action', action: action.id } },
  })
