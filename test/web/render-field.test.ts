import { expect, it } from 'vitest'
import { renderField } from '../../adapters/web/render-field.ts'
import type { WordsField } from '../../src/display/form.ts'

const why: WordsField = { field: 'words', label: 'Why do they need to know?', max: 300, lines: 'one' }
const drawn = (given: string) => renderField(why, { id: 'field-why', given: [given], error: undefined })

it('shows words whole that do not fit into a line of a phone', () => {
  expect(drawn('')).toMatchObject({ component: 'input' })
  expect(drawn('The school reports on attendance.')).toMatchObject({ component: 'input' })
  expect(drawn('They hold the health assessment, and the next one is due.')).toMatchObject({
    component: 'textarea',
    params: { name: 'field-why', rows: 2, value: 'They hold the health assessment, and the next one is due.' },
  })
})
