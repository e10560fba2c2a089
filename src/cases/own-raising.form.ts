/** What somebody adds to what they raised, and why they withdraw it. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import type { Raising } from './case.ts'

export const addFields = fields({
  more: { field: 'words', label: 'What do you want to add?', max: 2000, lines: 'many' },
})

export const addForm = ({ partnership }: World<unknown>, { id: raising }: Raising): Form =>
  safeguardedForm('Add to it', partnership.urgent, {
    fields: addFields,
    submit: { label: 'Add', ask: { ask: 'add-to-raising', raising } },
  })

export const withdrawFields = fields({
  why: { field: 'words', label: 'Why do you withdraw it?', max: 1000, lines: 'many' },
})

export const withdrawForm = ({ partnership }: World<unknown>, { id: raising }: Raising): Form =>
  safeguardedForm('Withdraw it', partnership.urgent, {
    intro: [
      text(
        'The social worker and the IRO are told why. The case is not closed by this: if others have raised it too, or it ' +
          'is still needed, it goes on. This cannot be taken back, but you can raise it again.',
      ),
    ],
    fields: withdrawFields,
    submit: { label: 'Withdraw it', ask: { ask: 'withdraw-raising', raising } },
  })
