/** Why somebody proposes to close a case, and the answer: agreed, or it stays open and why. */
import type { Case } from '../cases/case.ts'
import { toldRaisers, type Closing } from '../cases/closing.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { facts } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { words } from '../display/reading.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { toRaisersField } from './close-case.form.ts'

export const answerFields = fields({
  answer: {
    field: 'choice',
    label: 'Do you agree to close the case?',
    options: [
      { value: 'close', label: 'Yes, close it' },
      { value: 'keep-open', label: 'No, it stays open' },
    ],
  },
  because: {
    field: 'words',
    label: 'If it stays open, why?',
    hint: 'The social worker, the IRO and the chair can read this.',
    max: 1000,
    lines: 'many',
    when: { answer: ['keep-open'] },
    optional: 'as-asked',
  },
  [toldRaisers]: {
    ...toRaisersField,
    label: 'If it is closed, what are the people who raised it told?',
    when: { answer: ['close'] },
    optional: 'as-asked',
  },
})

export function answerForm({ partnership }: World<unknown>, stuck: Case, closing: Closing): Form {
  const told = closing.words.find(({ name }) => name === toldRaisers)
  return safeguardedForm('Closing the case', partnership.urgent, {
    intro: [
      facts(['Case', stuck.ref], ...themeFacts(partnership, stuck.theme), [
        'Proposed by',
        nameOf(partnership, closing.by),
      ]),
      ...closing.words.filter(({ name }) => name !== toldRaisers).map((one) => words(one.question, one.words)),
    ],
    fields: answerFields,
    values: { ...(told && { [toldRaisers]: filled(told.words) }) },
    submit: { label: 'Answer', ask: { ask: 'answer-closing', closing: closing.id } },
  })
}
