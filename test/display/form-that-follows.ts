/** A form in which one question follows from an answer, and one is no longer asked after it. */
import { form, type FormValues } from '../../src/display/form.ts'

export const known = 'Do you have a number of the child?'
export const number = 'The number'
export const why = 'Why is there none?'

export const formThatFollows = (values: FormValues = {}) =>
  form('A form', {
    fields: {
      tried: { field: 'words', label: 'What has been tried?', max: 200, lines: 'many', optional: 'as-asked' },
      known: {
        field: 'choice',
        label: known,
        options: [
          { value: 'yes', label: 'I have one' },
          { value: 'no', label: 'I have none' },
          { value: 'danger', label: 'A child is in danger' },
        ],
        suffices: ['danger'],
      },
      number: { field: 'words', label: number, max: 20, lines: 'one', unless: { known: ['no'] }, optional: 'as-asked' },
      why: {
        field: 'words',
        label: why,
        max: 200,
        lines: 'one',
        when: { known: ['no', 'danger'] },
        optional: 'as-asked',
      },
    },
    values,
    submit: { label: 'Send', ask: { ask: 'raise-case' } },
  })
