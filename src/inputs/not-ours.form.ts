/** Asked once, before an agency says that a child is not theirs or that it is not sure. */
import { inWords } from '../calendar/in-words.ts'
import { text } from '../display/card.ts'
import { form, type Form } from '../display/form.ts'
import { numberInWords } from '../display/number-in-words.ts'
import type { OwnRequest } from './answerable-request.ts'

export const notOursForm = ({ request, stuck }: OwnRequest): Form =>
  form('Not ours', {
    intro: [
      text(
        `Does your agency have nothing to do with this child? You will no longer be asked about case ${stuck.ref}, and ` +
          `can no longer open it. The social worker will be told. You can take this back until views close${closing(stuck)}.`,
      ),
    ],
    fields: {},
    submit: { label: 'Not ours', ask: { ask: 'not-ours', request: request.id } },
  })

export const notSureForm = ({ request, stuck }: OwnRequest): Form =>
  form('Not sure yet', {
    intro: [
      text(
        `The social worker will be told that you are not sure yet. Your agency is still asked for its view of case ${stuck.ref}, ` +
          `and reminded ${reminder(stuck)}. When you know, open "Who is this child?" again and choose another answer.`,
      ),
    ],
    fields: {},
    submit: { label: 'Not sure yet', ask: { ask: 'cannot-tell', request: request.id } },
  })

const closing = ({ inputsClose }: OwnRequest['stuck']): string => (inputsClose ? `, ${inWords(inputsClose)}` : '')

const reminder = ({ policies: { inputReminderWorkingDays: before } }: OwnRequest['stuck']): string =>
  before === 1 ? 'one working day before views close' : `${numberInWords(before)} working days before views close`
