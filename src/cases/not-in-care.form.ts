/** Why a raising is about no child in the authority's care: asked once, since it cannot be taken back. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import type { Raising } from './case.ts'
import { raisingFacts } from './find-child.form.ts'
import type { CasesNeeds } from './needs.ts'

export const notInCareFields = fields({
  why: { field: 'words', label: 'How do you know, and who did you ask?', max: 1000, lines: 'many' },
})

export const notInCareForm = ({ partnership }: World<CasesNeeds>, raising: Raising): Form =>
  safeguardedForm('Not a child in our care', partnership.urgent, {
    intro: [
      text(
        'Are you sure? Nobody will be asked about this case, and this cannot be taken back. The person who raised it will ' +
          'be told this, and who to call instead. They can raise it again.',
      ),
      raisingFacts(partnership, raising),
    ],
    fields: notInCareFields,
    submit: { label: 'Not a child in our care', ask: { ask: 'not-in-care', raising: raising.id } },
    outro: [text('What you write is kept with the case that was raised. It is not sent to anybody.')],
  })
