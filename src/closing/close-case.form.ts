/** Why a case is closed, what the people who raised it are told, and why each open action is no longer needed. */
import type { Action } from '../actions/action.ts'
import { toldRaisers } from '../cases/closing.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import type { Answered } from '../display/answered.ts'
import { list, text } from '../display/card.ts'
import type { Fields, Form, WordsField } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { ReadingBlock } from '../display/reading.ts'
import type { Typed } from '../display/typed.ts'
import type { World } from '../ports/world.ts'
import type { ToClose } from './to-close.ts'

const whyFields = fields({
  why: { field: 'words', label: 'What has changed, or why are you closing the case?', max: 1000, lines: 'many' },
})

export const toRaisersField = {
  field: 'words',
  label: 'What can the people who raised it be told?',
  hint: 'They get this as a message: no names, and nothing private.',
  max: 500,
  lines: 'many',
} as const satisfies WordsField

export const endedName = ({ id }: Pick<Action, 'id'>): string => `ended-${id}`

type Closed = Pick<ToClose, 'stuck' | 'open' | 'alone' | 'as'>

export const closeFields = ({ stuck, open, alone, as }: Closed): Fields => ({
  why: alone
    ? whyFields.why
    : { ...whyFields.why, hint: `Read by ${otherOf(as)}. ${stuck.ref} is open until they agree.` },
  [toldRaisers]: toRaisersField,
  ...Object.fromEntries(
    open.map((action, place) => [
      endedName(action),
      { field: 'words', label: `Action ${place + 1}: why is it no longer needed?`, max: 500, lines: 'many' },
    ]),
  ),
})

export function closeForm({ partnership }: World<unknown>, closing: ToClose): Form {
  const { stuck, alone } = closing
  return safeguardedForm(alone ? 'Close the case' : 'Propose to close', partnership.urgent, {
    intro: introOf(closing),
    fields: closeFields(closing),
    submit: { label: alone ? 'Close the case' : 'Propose to close', ask: { ask: 'close-case', case: stuck.id } },
  })
}

const introOf = ({ open }: ToClose): readonly ReadingBlock[] =>
  open.length > 0
    ? [
        text('These actions are still open. If one of them is still needed, do not close the case: reminders go on.'),
        list(open.map(({ what }, place) => `Action ${place + 1}: ${what}`)),
      ]
    : []

export const otherOf = (as: ToClose['as']): string => (as === 'chair' ? 'the IRO' : 'the IRO or the chair')

/** With the words of the action, since the record is read where the action is not. */
export function wordsOfClosing({ open }: Pick<ToClose, 'open'>, values: Values): readonly Answered[] {
  const question = (name: string, asked: string, words: Typed | undefined): readonly Answered[] =>
    words ? [{ name, question: asked, words }] : []
  return [
    ...question('why', whyFields.why.label, values['why']),
    ...question(toldRaisers, 'What the people who raised it are told', values[toldRaisers]),
    ...open.flatMap((action) =>
      question(endedName(action), `Why this action is no longer needed: ${action.what}`, values[endedName(action)]),
    ),
  ]
}

export type Values = Readonly<Record<string, Typed | undefined>>
