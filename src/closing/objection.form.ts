/** Why somebody who raised a case does not agree that it was closed, and what the IRO answers them. */
import type { Case, Raising } from '../cases/case.ts'
import { raisedBlocks, type MayRead } from '../cases/raised-blocks.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import type { Answered } from '../display/answered.ts'
import { facts, text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { words } from '../display/reading.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import type { World } from '../ports/world.ts'
import { toRaisersField } from './close-case.form.ts'

export const objectFields = fields({
  objection: { field: 'words', label: 'Why should the case not be closed?', max: 1000, lines: 'many' },
})

export const objectForm = ({ partnership }: World<unknown>, raising: Raising): Form =>
  safeguardedForm('I do not agree', partnership.urgent, {
    intro: [text('What you write goes to the Independent Reviewing Officer of the child, who will answer you.')],
    fields: objectFields,
    submit: { label: 'Send it to the IRO', ask: { ask: 'object', raising: raising.id } },
  })

export const toRaiser = 'toRaiser'

export const answerObjectionFields = fields({
  outcome: {
    field: 'choice',
    label: 'What happens now?',
    options: [
      { value: 'closed', label: 'The case stays closed' },
      { value: 'raised-again', label: 'It is raised again: a new case, in the words of the person who raised it' },
    ],
  },
  [toRaiser]: {
    ...toRaisersField,
    label: 'What do you answer the person who does not agree?',
  },
})

type Objected = { readonly stuck: Case; readonly raising: Raising; readonly objection: readonly Answered[] }

export const answerObjectionForm = (
  { partnership }: World<unknown>,
  { stuck, raising, objection }: Objected,
  closing: readonly Answered[],
  reader: MayRead,
): Form =>
  safeguardedForm('Answer an objection', partnership.urgent, {
    intro: [
      facts(['Case', stuck.ref], ...themeFacts(partnership, stuck.theme)),
      ...[...objection, ...closing].map((one) => words(one.question, one.words)),
      ...raisedBlocks(raising, partnership, reader, [raising]),
    ],
    fields: answerObjectionFields,
    submit: { label: 'Answer', ask: { ask: 'answer-objection', raising: raising.id } },
  })
